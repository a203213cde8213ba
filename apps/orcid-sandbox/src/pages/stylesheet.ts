/** The look of the simulator: our own, on purpose nothing like ORCID's. */
export const STYLESHEET = `
:root { --ink: #1c2333; --soft: #51596b; --line: #c9cfdb; --paper: #ffffff; --wash: #f3f5f9; --accent: #2f4b9c; --accent-dark: #22397a; --warn: #8a1f1f; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--wash); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #d98200; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
.banner { background: var(--ink); color: #fff; padding: .6rem 1rem; }
.banner > div { max-width: 46rem; margin: 0 auto; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; }
.banner a, .banner button { color: #cfdcff; }
.banner button { margin: 0 0 0 .5rem; padding: 0 .5rem; min-height: 1.75rem; font-weight: 400; background: none; border: 1px solid #cfdcff; }
.banner button:hover { background: var(--accent-dark); }
main { max-width: 46rem; margin: 1.5rem auto; padding: 1.25rem 1rem 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h2::first-letter { text-transform: uppercase; }
h3 { margin: 0; font-size: 1.05rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
.hint, .meta { color: var(--soft); font-size: .92rem; }
input, select { width: 100%; max-width: 26rem; padding: .55rem; font: inherit; border: 1px solid #767f92; border-radius: .3rem; }
button { margin-top: 1rem; padding: .6rem 1.1rem; min-height: 2.75rem; font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 2px solid var(--accent); border-radius: .3rem; cursor: pointer; }
button:hover { background: var(--accent-dark); }
button.quiet { color: var(--accent); background: var(--paper); }
button.quiet:hover { background: var(--wash); }
.row { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.problem { padding: .75rem 1rem; border-left: .3rem solid var(--warn); background: #fbeaea; }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.people button { width: 100%; margin: 0; text-align: left; font-weight: 400; }
.people strong { display: block; }
.cards { list-style: none; margin: 0; padding: 0; }
.cards > li { padding: .75rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.cards form { display: inline; }
.cards button { margin-top: .5rem; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; margin: 0; overflow-wrap: anywhere; }
dt { color: var(--soft); }
dd { margin: 0; }
code { font-size: .95em; }
`;
