package energy.ebbflow.ocpp.json;

/** An enumeration whose constants are spelled differently on the wire. */
public interface WireEnum {
  /** The spelling of the standard. */
  String wire();
}
