package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import java.math.BigInteger;

/**
 * X509IssuerSerialType: issuer and serial number, which identify a certificate.
 *
 * @param x509IssuerName the distinguished name of the issuer; at most 2048 characters (our limit)
 * @param x509SerialNumber the serial number; at most 64 octets (our limit)
 */
@ExiType(namespace = Namespaces.XMLDSIG)
public record X509IssuerSerial(
    @ExiElement("X509IssuerName") @Limit(2048) String x509IssuerName,
    @ExiElement("X509SerialNumber") @Limit(64) BigInteger x509SerialNumber) {
  /** Checks the bounds. */
  public X509IssuerSerial {
    Facets.length("X509IssuerName", x509IssuerName, 0, 2048);
    Facets.size("X509SerialNumber", x509SerialNumber, 64);
  }
}
