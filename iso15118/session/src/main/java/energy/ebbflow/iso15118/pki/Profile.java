package energy.ebbflow.iso15118.pki;

import java.util.List;

/** Which standard's certificates: one SECC has a leaf of each. */
public enum Profile {
  /** ISO 15118-2: TLS 1.2, secp256r1 with SHA-256. */
  ISO2("iso2", KeyKind.SECP256R1),
  /**
   * ISO 15118-20: TLS 1.3, secp521r1 with SHA-512 or Ed448; secp256r1 where the field still has it.
   */
  ISO20("iso20", KeyKind.SECP521R1, KeyKind.ED448, KeyKind.SECP256R1);

  private final String folder;
  private final List<KeyKind> kinds;

  Profile(String folder, KeyKind... kinds) {
    this.folder = folder;
    this.kinds = List.of(kinds);
  }

  /** Name of the folder that holds this profile's files. */
  public String folder() {
    return folder;
  }

  /** The kinds of key a leaf may have, the standard's first choice first. */
  public List<KeyKind> kinds() {
    return kinds;
  }
}
