/** Examples at the end of every command's --help, and what the exit codes mean. */
export const EXAMPLES = {
  portolan: `Examples:
  $ portolan start ~/Notes                          index, then ask at a prompt
  $ portolan related ~/Notes "Attention mechanism"  related notes, with the passages that show why
  $ portolan search ~/Notes how do tides work       by words and meaning
  $ portolan serve ~/Notes                          the app in a browser’s tab
  $ portolan ledger ~/Notes                         what was left out or failed, and why`,
  index: `Examples:
  $ portolan index ~/Notes
  $ portolan index ~/Notes --data /mnt/big/portolan   keep the index elsewhere
  $ portolan index ~/Notes --json > result.json       for a script

Ctrl-C stops after the note in hand; the next run goes on from there.`,
  related: `Examples:
  $ portolan related ~/Notes "Attention mechanism"
  $ portolan related ~/Notes recipes/bread.md --limit 5
  $ portolan related ~/Notes Tokenización --unlinked     links you may want to make
  $ portolan related ~/Notes Tides --json | jq '.results[].note.path'`,
  search: `Examples:
  $ portolan search ~/Notes how do tides work
  $ portolan search ~/Notes "mecanismo de atención" --limit 3
  $ portolan search ~/Notes '"red neuronal" -ruido tag:estudio after:2024'
  $ portolan search ~/Notes 'linked:[[Tides]] lang:es'  filters alone list, newest first
  $ portolan search ~/Notes tide --folder Sea --before 2023-06
  $ portolan search ~/Notes -- -5 degrees               words that begin with a dash
  $ portolan search ~/Notes - < question.txt            a question from a file

In a question: "exact words", -without, -"without these words", tag: path: lang: linked: before: after:, each also
with a minus before it. Put it in quotes: shells read " and [. Anything else is looked for as it stands.`,
  algebra: `Examples:
  $ portolan algebra ~/Notes "king - man + woman"
  $ portolan algebra ~/Notes '[[Attention]] - [[Transformer]] + image' --limit 5
  $ portolan algebra ~/Notes '2*[[Tokenización]] + "lengua de signos"'
  $ portolan algebra ~/Notes '[[Tides]] + moon' --folder Sea --lang en
  $ portolan algebra ~/Notes - < expression.txt

Words and phrases may stand bare or in quotes, notes in [[ ]]; a sign has a blank before it. Beside every note
stands what each term adds to its score or takes from it. Put the expression in quotes: shells read * and [;
and write -- before one that begins with a minus.`,
  axis: `Examples:
  $ portolan axis ~/Notes cold hot
  $ portolan axis ~/Notes "tristeza, pena" "alegría, fiesta" --folder Diario
  $ portolan axis ~/Notes '[[Physics]], "natural science"' '[[Poetry]]' --limit 30
  $ portolan axis ~/Notes easy hard --note Tides --note "Spring tide" --json

A pole is one or more words, phrases or [[notes]] with commas between them. A note that has nothing to do with
either pole is said to be so: where it stands means nothing.`,
  duplicates: `Examples:
  $ portolan duplicates ~/Notes                          pairs of the whole vault, with what differs
  $ portolan duplicates ~/Notes "Attention mechanism"    those of one note
  $ portolan duplicates ~/Notes --kind translation
  $ portolan duplicates ~/Notes --limit 50 --offset 50   the second fifty
  $ portolan duplicates ~/Notes --json | jq '.pairs[] | [.a.path, .b.path]'

− stands only in the first note, + only in the second. Of a group of copies, as many pairs are shown as hold it
together. Lists of links, empty notes and stubs are not compared.`,
  status: `Examples:
  $ portolan status ~/Notes
  $ portolan status ~/Notes --json | jq .counts`,
  ledger: `Examples:
  $ portolan ledger ~/Notes                    left out, failed or odd
  $ portolan ledger ~/Notes --outcome failed
  $ portolan ledger ~/Notes --all --json`,
  start: `Examples:
  $ portolan start ~/Notes
  $ portolan start                             the sample vault
  $ printf 'Tides\\nwhat is a rhumb line\\n' | portolan start ~/Notes

At the prompt: a note’s name shows what is related to it, anything else is searched for. “:help” says more.`,
  serve: `Examples:
  $ portolan serve ~/Notes
  $ portolan serve ~/Notes --no-open --port 4000   print the address only
  $ portolan serve                                 choose the folder in the browser

The address that is printed holds a key, made anew at every start: whoever has it, on this machine, can read the
vault. Other machines cannot reach it. Settings are kept in the system’s place for them, or in the folder that
PORTOLAN_CONFIG_DIR names. Ctrl-C ends it.`,
};

export const EXIT_CODES = `Exit codes:
   0  done                           4  the index cannot be opened or written
   1  nothing found                  5  the model or Node is missing or fails
   2  the command makes no sense     6  indexed, but some notes failed
   3  vault or note not found       70  a fault in Portolan     130  stopped by Ctrl-C`;
