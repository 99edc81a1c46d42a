/**
 * How grave a hole in the catalog is: something that nothing uses, nothing answers or nothing fulfills, and a body that
 * says too little or too much. What is there may be right for all that, so holes are told apart from mistakes.
 */
export const holes: 'error' | 'warning' = 'error';
