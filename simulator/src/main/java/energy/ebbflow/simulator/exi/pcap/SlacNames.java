package energy.ebbflow.simulator.exi.pcap;

/**
 * The names of HomePlug management messages that SLAC uses (ISO 15118-3, table A.2 and following).
 */
final class SlacNames {
  private static final int MM_TYPE_AT = 1;
  private static final String[] KINDS = {"REQ", "CNF", "IND", "RSP"};

  private SlacNames() {}

  static String of(byte[] message) {
    if (message.length < MM_TYPE_AT + 2) {
      return "HomePlug message cut off";
    }
    int type = message[MM_TYPE_AT] & 0xFF | (message[MM_TYPE_AT + 1] & 0xFF) << 8;
    String kind = KINDS[type & 3];
    return switch (type & ~3) {
      case 0x6064 -> "CM_SLAC_PARM." + kind;
      case 0x6068 -> "CM_START_ATTEN_CHAR." + kind;
      case 0x606C -> "CM_ATTEN_CHAR." + kind;
      case 0x6070 -> "CM_PKCS_CERT." + kind;
      case 0x6074 -> "CM_MNBC_SOUND." + kind;
      case 0x6078 -> "CM_VALIDATE." + kind;
      case 0x607C -> "CM_SLAC_MATCH." + kind;
      case 0x6080 -> "CM_SLAC_USER_DATA." + kind;
      case 0x6084 -> "CM_ATTEN_PROFILE." + kind;
      case 0x6008 -> "CM_SET_KEY." + kind;
      case 0x6048 -> "CM_AMP_MAP." + kind;
      default -> String.format("HomePlug message %04X", type);
    };
  }
}
