package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A signing request (RFC 2986). */
final class SigningRequest {
  private SigningRequest() {}

  /**
   * Signed by the key that it is for.
   *
   * @param commonName the serial number of the station (A00.FR.511), or the name of the SECC
   * @param organisation the operator; left out where it is empty
   */
  static String pem(KeyPair key, SigningUse use, String commonName, String organisation) {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    subject.addRDN(BCStyle.CN, commonName);
    if (!organisation.isEmpty()) {
      subject.addRDN(BCStyle.O, organisation);
    }
    if (use != SigningUse.CHARGING_STATION_CERTIFICATE) {
      // ISO 15118-2 Annex F: the domain component says whose certificate it is.
      subject.addRDN(BCStyle.DC, "CPO");
    }
    try {
      return Pem.armoured(
          "CERTIFICATE REQUEST",
          new JcaPKCS10CertificationRequestBuilder(subject.build(), key.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("ECDSA on secp256r1 is part of every JDK", e);
    }
  }
}
