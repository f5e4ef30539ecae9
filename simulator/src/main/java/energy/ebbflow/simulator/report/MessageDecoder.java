package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns the bytes of a message into its fields. */
public interface MessageDecoder {
  /**
   * Decodes.
   *
   * @param set which schema set, as event lines call it
   * @param hex the EXI document
   * @return the fields, or an object with an {@code error} that says what is wrong with the bytes
   */
  JsonNode decode(String set, String hex);
}
