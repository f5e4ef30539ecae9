package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/** A certificate, a revocation list, or what identifies a certificate. */
public sealed interface X509DataItem {
  /**
   * X509IssuerSerial. Issuer and serial number of a certificate.
   *
   * @param value the issuer and the number
   */
  @ExiName("X509IssuerSerial")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record IssuerSerial(@ExiContent X509IssuerSerial value) implements X509DataItem {}

  /**
   * X509SKI. The subject key identifier.
   *
   * @param value the value; at most 512 octets (our limit)
   */
  @ExiName("X509SKI")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record SubjectKeyIdentifier(@ExiContent @Limit(512) Octets value) implements X509DataItem {
    /** Checks the bounds. */
    public SubjectKeyIdentifier {
      Facets.length("X509SKI", value, 0, 512);
    }
  }

  /**
   * X509SubjectName. The name of the subject.
   *
   * @param value the value; at most 2048 characters (our limit)
   */
  @ExiName("X509SubjectName")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record SubjectName(@ExiContent @Limit(2048) String value) implements X509DataItem {
    /** Checks the bounds. */
    public SubjectName {
      Facets.length("X509SubjectName", value, 0, 2048);
    }
  }

  /**
   * X509Certificate. A certificate, DER.
   *
   * @param value the value; at most 4096 octets (our limit)
   */
  @ExiName("X509Certificate")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record Certificate(@ExiContent @Limit(4096) Octets value) implements X509DataItem {
    /** Checks the bounds. */
    public Certificate {
      Facets.length("X509Certificate", value, 0, 4096);
    }
  }

  /**
   * X509CRL. A revocation list, DER.
   *
   * @param value the value; at most 8192 octets (our limit)
   */
  @ExiName("X509CRL")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record RevocationList(@ExiContent @Limit(8192) Octets value) implements X509DataItem {
    /** Checks the bounds. */
    public RevocationList {
      Facets.length("X509CRL", value, 0, 8192);
    }
  }
}
