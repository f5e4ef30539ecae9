package energy.ebbflow.ocpp.rpc;

import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.WireVersion;

/** Error codes of OCPP-J (2.1 part 4, section 4.3). */
public enum ErrorCode {
  FORMAT_VIOLATION("FormatViolation", "FormationViolation"),
  GENERIC_ERROR("GenericError", "GenericError"),
  INTERNAL_ERROR("InternalError", "InternalError"),
  MESSAGE_TYPE_NOT_SUPPORTED("MessageTypeNotSupported", "ProtocolError"),
  NOT_IMPLEMENTED("NotImplemented", "NotImplemented"),
  NOT_SUPPORTED("NotSupported", "NotSupported"),
  OCCURRENCE_CONSTRAINT_VIOLATION("OccurrenceConstraintViolation", "OccurenceConstraintViolation"),
  PROPERTY_CONSTRAINT_VIOLATION("PropertyConstraintViolation", "PropertyConstraintViolation"),
  PROTOCOL_ERROR("ProtocolError", "ProtocolError"),
  RPC_FRAMEWORK_ERROR("RpcFrameworkError", "GenericError"),
  SECURITY_ERROR("SecurityError", "SecurityError"),
  TYPE_CONSTRAINT_VIOLATION("TypeConstraintViolation", "TypeConstraintViolation");

  private final String wire;
  private final String wireV16;

  ErrorCode(String wire, String wireV16) {
    this.wire = wire;
    this.wireV16 = wireV16;
  }

  /** The spelling; 1.6J has two misspellings of its own, and lacks two codes. */
  public String wire(WireVersion version) {
    return version == WireVersion.V16 ? wireV16 : wire;
  }

  /** The code that says what is wrong with a payload. */
  public static ErrorCode of(JsonFault.Kind kind) {
    return switch (kind) {
      case SYNTAX -> FORMAT_VIOLATION;
      case VALUE -> PROPERTY_CONSTRAINT_VIOLATION;
      case OCCURRENCE -> OCCURRENCE_CONSTRAINT_VIOLATION;
      case TYPE -> TYPE_CONSTRAINT_VIOLATION;
    };
  }
}
