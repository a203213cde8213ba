import { demoCommand } from './demo-command.ts';

describe('how a command begins in the demo', () => {
  it('is short where the data is in its usual place', () => {
    expect(demoCommand(undefined, '/repo/.data')).toBe('npm run scheduler --');
  });

  it.each([
    ['/tmp/demo', '/tmp/demo'],
    ['/tmp/my demo', `'/tmp/my demo'`],
    [`/tmp/it's`, String.raw`'/tmp/it'\''s'`],
  ])('names the folder that was chosen, as a shell reads it: %s', (folder, written) => {
    expect(demoCommand(folder, folder)).toBe(`LIGATURE_DATA=${written} npm run scheduler --`);
  });
});
