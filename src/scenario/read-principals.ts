/** The principals of a scenario, as written and as callers. */
import { type PrincipalReference, resolvePrincipal } from '../environment/index.ts';
import { entriesOf, type FormLayers, memberIn, memberOf, type Placed, text } from './form-layers.ts';
import type { ScenarioPrincipal } from './scenario.ts';
import { placeOf, report, type ScenarioReader } from './scenario-reader.ts';

/** Those that the environment does not know are reported and left out. */
export function readPrincipals(layers: FormLayers, reader: ScenarioReader): readonly ScenarioPrincipal[] {
  const written = memberOf(layers, 'principal');
  if (!written) {
    const help = 'say who asks: `principal: user/alice`';
    report(
      reader,
      { code: 'missing-principal', message: 'the scenario has no `principal`', help },
      layers.row ?? layers.scenario,
    );
    return [];
  }
  const seen = new Set<string>();
  return entriesOf(written).flatMap((entry) => {
    const principal = readPrincipal(entry, reader);
    if (!principal) return [];
    if (seen.has(principal.text)) {
      const message = `\`${principal.text}\` is listed twice`;
      report(reader, { code: 'duplicate-entry', message, help: 'remove one' }, entry);
    }
    seen.add(principal.text);
    return principal;
  });
}

function readPrincipal(entry: Placed, reader: ScenarioReader): ScenarioPrincipal | undefined {
  const reference = referenceOf(entry);
  if (reference === undefined || !reader.environment) return undefined;
  const { caller, diagnostics } = resolvePrincipal(reader.environment, reference, placeOf(reader, entry));
  reader.diagnostics.push(...diagnostics);
  if (caller) return { text: wordsOf(reference), caller };
  reader.blocked = true;
  return undefined;
}

function referenceOf(entry: Placed): PrincipalReference | undefined {
  const whole = text(entry);
  if (whole !== undefined) return whole;
  const at = (key: string) => text(memberIn(entry, key));
  const [service, saml, oidc, federatedUser, user] = ['service', 'saml', 'oidc', 'federatedUser', 'user'].map(at);
  if (service !== undefined) return { service };
  if (saml !== undefined) return { saml };
  if (oidc !== undefined) return { oidc };
  return federatedUser === undefined || user === undefined ? undefined : { federatedUser, user };
}

function wordsOf(reference: PrincipalReference): string {
  if (typeof reference === 'string') return reference;
  if ('service' in reference) return reference.service;
  if ('saml' in reference) return reference.saml;
  return 'oidc' in reference ? reference.oidc : `federated-user/${reference.federatedUser}`;
}
