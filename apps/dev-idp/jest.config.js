import preset from '../../jest.preset.js';

/** Key pairs are made and processes started: how long that takes says nothing, so the limit only catches what hangs. */
export default { ...preset, displayName: 'dev-idp' };
