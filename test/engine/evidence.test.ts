import { expect, it } from 'vitest';
import { openTestEngine } from '../support/engine.ts';
import { TempVault } from '../support/temp-vault.ts';

const links = '## Relacionados\n\n- [[Mareas]]\n- [[Corrientes]]\n- [[Vientos]]\n- [[Puertos]]\n';

it('shows what two notes say, not that they end in the same list of links', async () => {
  using vault = new TempVault({
    'Mareas.md': `La luna atrae el agua del mar y por eso sube la marea.\n\n${links}`,
    'Corrientes.md': `Una corriente es agua del mar que se mueve, a veces empujada por la marea.\n\n${links}`,
    'Vientos.md': `El viento del norte es frío y seco en invierno.\n\n${links}`,
    'Puertos.md': `Un puerto protege los barcos del oleaje.\n\n${links}`,
  });
  await using engine = await openTestEngine(vault);
  await engine.client.index();
  const { results } = await engine.client.related({ note: 'Mareas' });
  const corrientes = results.find((r) => r.note.path === 'Corrientes.md')!;
  expect(corrientes.evidence.length).toBeGreaterThan(1);
  expect(corrientes.evidence[0]!.here.text).toContain('La luna');
  expect(corrientes.evidence[0]!.there.text).toContain('Una corriente');
  // The list is as alike as can be all the same, and its number says so.
  expect(Math.max(...corrientes.evidence.map((e) => e.similarity))).toBeGreaterThan(
    corrientes.evidence[0]!.similarity,
  );
});
