/** From this severity on a risk is told to everybody; it is also what asks for controls where nothing else is said. */
export const graveSeverity = 4;
