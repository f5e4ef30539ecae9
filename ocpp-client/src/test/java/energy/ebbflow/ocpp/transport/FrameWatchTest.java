package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an onlooker must not see. */
class FrameWatchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"setVariableData\":[{\"attributeValue\":\"s3cret\",\"component\":{\"name\":\"x\"},"
            + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}",
        "{\"connectionData\":{\"ocppCsmsUrl\":\"kept\",\"basicAuthPassword\":\"s3cret\","
            + "\"apn\":{\"apnPassword\":\"s3cret\",\"simPin\":1}}}",
        "{\"firmware\":{\"location\":\"ftp://user:s3cret@kept/x\"}}",
        "{\"log\":{\"remoteLocation\":\"https://user:s3cret@kept/x\"}}",
        "{\"key\":\"AuthorizationKey\",\"value\":\"s3cret\"}"
      })
  void passwordsAreNotShown(String payload) throws JsonFault {
    AtomicReference<String> shown = new AtomicReference<>("");
    FrameWatch watch = new FrameWatch((way, type, id, action, text) -> shown.set(text));
    watch.seen(
        RpcTap.Direction.CSMS_TO_CS,
        new Frame.Call("1", "Any", (ObjectNode) StrictJson.parse(payload)));
    assertFalse(shown.get().contains("s3cret"), shown::get);
    assertTrue(shown.get().contains("…"));
    assertTrue(!payload.contains("kept") || shown.get().contains("kept"));
  }
}
