package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.iso15118.message.app.AppProtocol;
import java.util.Optional;

/** What a vehicle may offer in SupportedAppProtocolReq. */
public enum EvProtocol {
  /** ISO 15118-20, DC and DC BPT. */
  ISO20_DC("iso20-dc", "urn:iso:std:iso:15118:-20:DC", 1),
  /** ISO 15118-20, AC and AC BPT. */
  ISO20_AC("iso20-ac", "urn:iso:std:iso:15118:-20:AC", 1),
  /** ISO 15118-2, AC or DC. */
  ISO2("iso2", "urn:iso:15118:2:2013:MsgDef", 2),
  /** DIN SPEC 70121, DC. */
  DIN("din", "urn:din:70121:2012:MsgDef", 2);

  private final String word;
  private final String namespace;
  private final int major;

  EvProtocol(String word, String namespace, int major) {
    this.word = word;
    this.namespace = namespace;
    this.major = major;
  }

  /** As written in vehicle files. */
  public String word() {
    return word;
  }

  /** The entry of the request; the constant's place is its schema id. */
  public AppProtocol offer(int priority) {
    return new AppProtocol(namespace, major, 0, schemaId(), priority);
  }

  /** Names the protocol on the wire, within this vehicle's request. */
  public int schemaId() {
    return ordinal() + 1;
  }

  /** The protocol of a word of vehicle files. */
  public static Optional<EvProtocol> of(String word) {
    for (EvProtocol protocol : values()) {
      if (protocol.word.equals(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
