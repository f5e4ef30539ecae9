package energy.ebbflow.simulator.bench.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The office of the benchmarks with the real client at the other end. */
@Timeout(60)
class OfficeTest {
  private final CompletableFuture<Office.Line> accepted = new CompletableFuture<>();

  private final Office.Clerk clerk =
      new Office.Clerk() {
        @Override
        public void opened(Office.Line line) {
          assertEquals("EBBFLOW-1", line.identity());
        }

        @Override
        public Optional<String> asked(Office.Line line, String action, JsonNode payload) {
          if (action.equals("StatusNotification")) {
            accepted.complete(line);
          }
          return Optional.of(Answers.agreeing(line.subprotocol(), action, Instant.now()));
        }
      };

  private static Optional<JsonNode> ask(Office.Line line, String action, String payload)
      throws Exception {
    CompletableFuture<Optional<JsonNode>> answer = new CompletableFuture<>();
    line.call(action, payload, answer::complete);
    return answer.get(20, TimeUnit.SECONDS);
  }

  private OcppBackOffice link(String url, Path folder, WireVersion version) {
    OcppBackOffice link =
        OcppBackOffice.open(
            OcppConfig.builder(URI.create(url), "EBBFLOW-1", folder.resolve("link.db"))
                .versions(version)
                .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
                .build(),
            LinkClock.system(),
            (direction, type, id, action, payload) -> {});
    link.start(command -> {});
    link.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Instant.now()));
    return link;
  }

  @Test
  void aStationOf21ComesInAndAnswers(@TempDir Path folder) throws Exception {
    try (Office office = Office.open("ocpp2.1", clerk);
        OcppBackOffice link = link(office.url(), folder, WireVersion.V21)) {
      Office.Line line = accepted.get(30, TimeUnit.SECONDS);
      assertTrue(link.online());
      Optional<JsonNode> answer =
          ask(
              line,
              "SetVariables",
              "{\"setVariableData\":[{\"attributeValue\":\"1\","
                  + "\"component\":{\"name\":\"SampledDataCtrlr\"},"
                  + "\"variable\":{\"name\":\"TxUpdatedInterval\"}}]}");
      assertEquals(
          "Accepted",
          answer.orElseThrow().path("setVariableResult").path(0).path("attributeStatus").asText());
      assertEquals(Optional.empty(), ask(line, "Nonsense", "{}"), "an error is no answer");
      assertEquals(1, link.sampleIntervalSeconds());
    }
  }

  @Test
  void aStationOf16ComesInAndAnswers(@TempDir Path folder) throws Exception {
    try (Office office = Office.open("ocpp1.6", clerk);
        OcppBackOffice link = link(office.url(), folder, WireVersion.V16)) {
      Office.Line line = accepted.get(30, TimeUnit.SECONDS);
      Optional<JsonNode> answer =
          ask(
              line,
              "ChangeConfiguration",
              "{\"key\":\"MeterValueSampleInterval\",\"value\":\"1\"}");
      assertEquals("Accepted", answer.orElseThrow().path("status").asText());
      assertEquals(1, link.sampleIntervalSeconds());
    }
  }
}
