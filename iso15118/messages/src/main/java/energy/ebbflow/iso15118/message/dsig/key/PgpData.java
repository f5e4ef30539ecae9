package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * PGPData. A key of OpenPGP: an identifier, a packet, or both.
 *
 * @param pgpKeyId the identifier; at most 512 octets (our limit)
 * @param pgpKeyPacket the packet; at most 4096 octets (our limit)
 */
@ExiName("PGPData")
@ExiType(namespace = Namespaces.XMLDSIG, wildcard = true, nonEmpty = true)
public record PgpData(
    @ExiElement("PGPKeyID") @Limit(512) Optional<Octets> pgpKeyId,
    @ExiElement("PGPKeyPacket") @Limit(4096) Optional<Octets> pgpKeyPacket)
    implements V2gMessage, KeyInfoItem {
  /** Checks the bounds. */
  public PgpData {
    Facets.length("PGPKeyID", pgpKeyId, 0, 512);
    Facets.length("PGPKeyPacket", pgpKeyPacket, 0, 4096);
    Facets.require(
        pgpKeyId.isPresent() || pgpKeyPacket.isPresent(), "PGPData needs PGPKeyID or PGPKeyPacket");
  }
}
