export { areaParents } from './enums/areas';
export { sectionOfLaw } from './enums/biometrics-and-products';
