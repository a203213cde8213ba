import preset from '../../jest.preset.js';

// Long enough for any machine: no claim here is about speed.
export default { ...preset, displayName: 'orcid-sandbox' };
