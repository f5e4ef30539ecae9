package energy.ebbflow.iso15118.v2gtp;

import java.util.Optional;

/**
 * What a frame carries (ISO 15118-20 Table 12, ISO 15118-2 Table 10), and how long it may be at
 * most. The bounds are ours: room for the largest message a real peer sends, and no more.
 */
public enum PayloadType {
  /** SupportedAppProtocol in every protocol, and all messages of ISO 15118-2 and DIN 70121. */
  SAP_OR_ISO2(0x8001, 16 * 1024),
  /** ISO 15118-20 CommonMessages; a power profile may have 2048 entries. */
  ISO20_MAIN(0x8002, 64 * 1024),
  /** ISO 15118-20 AC messages. */
  ISO20_AC(0x8003, 4 * 1024),
  /** ISO 15118-20 DC messages. */
  ISO20_DC(0x8004, 4 * 1024),
  /** ISO 15118-20 ACDP messages. */
  ISO20_ACDP(0x8005, 4 * 1024),
  /** ISO 15118-20 WPT messages. */
  ISO20_WPT(0x8006, 16 * 1024),
  /** Multiplexed schedule renegotiation, encoded as CommonMessages. */
  SCHEDULE_RENEGOTIATION(0x8101, 64 * 1024),
  /** Multiplexed metering confirmation, encoded as CommonMessages. */
  METERING_CONFIRMATION(0x8102, 16 * 1024),
  /** Multiplexed ACDP system status. */
  ACDP_SYSTEM_STATUS(0x8103, 4 * 1024),
  /** Multiplexed parking status. */
  PARKING_STATUS(0x8104, 4 * 1024),
  /** SDP request: security and transport. */
  SDP_REQUEST(0x9000, 2),
  /** SDP response: address, port, security and transport. */
  SDP_RESPONSE(0x9001, 20);

  /** Longest payload of any type, bytes. */
  public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

  private final int code;
  private final int maxBytes;

  PayloadType(int code, int maxBytes) {
    this.code = code;
    this.maxBytes = maxBytes;
  }

  /** The number on the wire, 16 bit. */
  public int code() {
    return code;
  }

  /** Longest payload we take, bytes. */
  public int maxBytes() {
    return maxBytes;
  }

  /** The type with this number; empty where it is reserved or a maker's own. */
  public static Optional<PayloadType> ofCode(int code) {
    for (PayloadType type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
