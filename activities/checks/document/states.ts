export { alpha3, isKnownState } from '../../../shared/countries/states';
