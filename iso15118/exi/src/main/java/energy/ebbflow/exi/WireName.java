package energy.ebbflow.exi;

/** A constant of an enumeration that has a spelling of its own in the standard. */
public interface WireName {
  /** The spelling of the standard, as it stands in the schema and in the XML form. */
  String wireName();
}
