package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.dsig.CanonicalizationMethod;
import energy.ebbflow.iso15118.message.dsig.DigestMethod;
import energy.ebbflow.iso15118.message.dsig.DigestValue;
import energy.ebbflow.iso15118.message.dsig.DsigObject;
import energy.ebbflow.iso15118.message.dsig.Manifest;
import energy.ebbflow.iso15118.message.dsig.Reference;
import energy.ebbflow.iso15118.message.dsig.Signature;
import energy.ebbflow.iso15118.message.dsig.SignatureMethod;
import energy.ebbflow.iso15118.message.dsig.SignatureValue;
import energy.ebbflow.iso15118.message.dsig.SignedInfo;
import energy.ebbflow.iso15118.message.dsig.Transform;
import energy.ebbflow.iso15118.message.dsig.Transforms;
import energy.ebbflow.iso15118.message.dsig.key.DsaKeyValue;
import energy.ebbflow.iso15118.message.dsig.key.KeyInfo;
import energy.ebbflow.iso15118.message.dsig.key.KeyName;
import energy.ebbflow.iso15118.message.dsig.key.KeyValue;
import energy.ebbflow.iso15118.message.dsig.key.MgmtData;
import energy.ebbflow.iso15118.message.dsig.key.PgpData;
import energy.ebbflow.iso15118.message.dsig.key.RetrievalMethod;
import energy.ebbflow.iso15118.message.dsig.key.RsaKeyValue;
import energy.ebbflow.iso15118.message.dsig.key.SpkiData;
import energy.ebbflow.iso15118.message.dsig.key.X509Data;

/**
 * XML signatures alone: the grammar over which SignedInfo is digested. The other sets include it. A
 * SignatureProperty needs an element of a foreign namespace, which this profile rejects.
 */
@ExiSet(
    codec = "DsigCodec",
    label = "dsig",
    documents = V2gMessage.class,
    roots = {
      CanonicalizationMethod.class,
      DigestMethod.class,
      DigestValue.class,
      DsaKeyValue.class,
      DsigObject.class,
      KeyInfo.class,
      KeyName.class,
      KeyValue.class,
      Manifest.class,
      MgmtData.class,
      PgpData.class,
      Reference.class,
      RetrievalMethod.class,
      RsaKeyValue.class,
      Signature.class,
      SignatureMethod.class,
      SignatureValue.class,
      SignedInfo.class,
      SpkiData.class,
      Transform.class,
      Transforms.class,
      X509Data.class
    },
    unusedRoots = {
      "{" + Namespaces.XMLDSIG + "}SignatureProperties",
      "{" + Namespaces.XMLDSIG + "}SignatureProperty"
    },
    unusedAttributes = "{}Target")
final class DsigSet {
  private DsigSet() {}
}
