package energy.ebbflow.iso15118.message;

/** The target namespaces of the schemas. */
public final class Namespaces {
  /** The handshake that selects the protocol (SAP). */
  public static final String APP_PROTOCOL = "urn:iso:15118:2:2010:AppProtocol";

  /** ISO 15118-20: what all its message sets share. */
  public static final String ISO20_COMMON_TYPES = "urn:iso:std:iso:15118:-20:CommonTypes";

  /** ISO 15118-20: the messages of every kind of charging. */
  public static final String ISO20_COMMON_MESSAGES = "urn:iso:std:iso:15118:-20:CommonMessages";

  /** ISO 15118-20: charging with direct current. */
  public static final String ISO20_DC = "urn:iso:std:iso:15118:-20:DC";

  /** ISO 15118-20: charging with alternating current. */
  public static final String ISO20_AC = "urn:iso:std:iso:15118:-20:AC";

  /** ISO 15118-20: wireless charging. */
  public static final String ISO20_WPT = "urn:iso:std:iso:15118:-20:WPT";

  /** ISO 15118-20: automatic connection devices (pantographs). */
  public static final String ISO20_ACDP = "urn:iso:std:iso:15118:-20:ACDP";

  /** ISO 15118-2: the message that holds header and body. */
  public static final String ISO2_MSG_DEF = "urn:iso:15118:2:2013:MsgDef";

  /** ISO 15118-2: the header. */
  public static final String ISO2_MSG_HEADER = "urn:iso:15118:2:2013:MsgHeader";

  /** ISO 15118-2: the bodies. */
  public static final String ISO2_MSG_BODY = "urn:iso:15118:2:2013:MsgBody";

  /** ISO 15118-2: the types in the bodies. */
  public static final String ISO2_MSG_DATA_TYPES = "urn:iso:15118:2:2013:MsgDataTypes";

  /** DIN SPEC 70121: the message that holds header and body. */
  public static final String DIN_MSG_DEF = "urn:din:70121:2012:MsgDef";

  /** DIN SPEC 70121: the header. */
  public static final String DIN_MSG_HEADER = "urn:din:70121:2012:MsgHeader";

  /** DIN SPEC 70121: the bodies. */
  public static final String DIN_MSG_BODY = "urn:din:70121:2012:MsgBody";

  /** DIN SPEC 70121: the types in the bodies. */
  public static final String DIN_MSG_DATA_TYPES = "urn:din:70121:2012:MsgDataTypes";

  /** XML signatures. */
  public static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

  private Namespaces() {}
}
