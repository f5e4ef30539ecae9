package energy.ebbflow.iso15118.pki;

/** Which standard's certificates: one SECC has a leaf of each. */
public enum Profile {
  /** ISO 15118-2: TLS 1.2, secp256r1, SHA-256. */
  ISO2("iso2", "secp256r1", "SHA256withECDSA"),
  /** ISO 15118-20: TLS 1.3, secp521r1, SHA-512. */
  ISO20("iso20", "secp521r1", "SHA512withECDSA");

  private final String folder;
  private final String curve;
  private final String signature;

  Profile(String folder, String curve, String signature) {
    this.folder = folder;
    this.curve = curve;
    this.signature = signature;
  }

  /** Name of the folder that holds this profile's files. */
  public String folder() {
    return folder;
  }

  String curve() {
    return curve;
  }

  String signature() {
    return signature;
  }
}
