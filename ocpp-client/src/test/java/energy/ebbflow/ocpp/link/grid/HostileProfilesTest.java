package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Profiles that no back office should send: each is answered with the right error, changes nothing,
 * and the next good one is taken.
 */
class HostileProfilesTest extends ProfileTalk {
  HostileProfilesTest(@TempDir Path folder) {
    super(folder);
  }

  private static final String P0 = "{\"startPeriod\":0,\"limit\":9000}";

  /** What the station says: the code of an error, the reason of a rejection, or ok. */
  private String said(String request) {
    bench.ask("SetChargingProfile", request);
    ArrayNode frame = bench.frame();
    if (frame.get(0).asInt() == 4) {
      return frame.get(2).asText();
    }
    JsonNode answer = frame.get(2);
    return answer.get("status").asText().equals("Accepted")
        ? "ok"
        : answer.get("statusInfo").get("reasonCode").asText();
  }

  private void changesNothing() {
    assertEquals(0, bench.station.profiles().installed().size());
    assertTrue(bench.none(PowerBounds.class));
    assertEquals("ok", setPeriod(P0));
    assertEquals(9_000, value(bounds().chargeLimit()));
    JsonNode composite = bench.asked("GetCompositeSchedule", "{\"evseId\":1,\"duration\":60}");
    assertEquals("Accepted", composite.get("status").asText());
  }

  /** Of one period, behind a good profile. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"startPeriod\":0,\"limit\":-1|InvalidValue",
        "\"startPeriod\":0,\"limit\":-1e-300|InvalidValue",
        "\"startPeriod\":0,\"limit\":1e308|ValueOutOfRange",
        "\"startPeriod\":0,\"limit\":1e309|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":1e999999999|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":\"NaN\"|TypeConstraintViolation",
        "\"startPeriod\":0,\"limit\":null|TypeConstraintViolation",
        "\"startPeriod\":0|MissingParam",
        "\"limit\":5|OccurrenceConstraintViolation",
        "\"startPeriod\":-1,\"limit\":5|InvalidSchedule",
        "\"startPeriod\":1,\"limit\":5|InvalidSchedule",
        "\"startPeriod\":0.5,\"limit\":5|TypeConstraintViolation",
        "\"startPeriod\":2147483648,\"limit\":5|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":5,\"numberPhases\":-1|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":5,\"numberPhases\":0|InvalidValue",
        "\"startPeriod\":0,\"limit\":5,\"numberPhases\":4|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":5,\"phaseToUse\":4,\"numberPhases\":1|PropertyConstraintViolation",
        "\"startPeriod\":0,\"limit\":5,\"operationMode\":\"Explode\"|PropertyConstraintViolation",
        "\"startPeriod\":0,\"setpoint\":1e308,\"operationMode\":\"CentralSetpoint\"|ValueOutOfRange",
        "\"startPeriod\":0,\"setpoint\":-1e308,\"operationMode\":\"CentralSetpoint\"|ValueOutOfRange",
        "\"startPeriod\":0,\"v2xBaseline\":1e308,\"operationMode\":\"LocalFrequency\",\"v2xFreqWattCurve\":[{\"frequency\":49,\"power\":0},{\"frequency\":51,\"power\":0}]|ValueOutOfRange",
        "\"startPeriod\":0,\"v2xBaseline\":0,\"operationMode\":\"LocalFrequency\",\"v2xFreqWattCurve\":[{\"frequency\":49,\"power\":0},{\"frequency\":1e308,\"power\":1e308}]|ValueOutOfRange",
        "\"startPeriod\":0,\"v2xBaseline\":0,\"operationMode\":\"LocalFrequency\",\"v2xFreqWattCurve\":[{\"frequency\":51,\"power\":0},{\"frequency\":49,\"power\":0}]|InvalidSchedule"
      })
  void aPeriod(String fields, String expected) {
    assertEquals(
        expected,
        said(profile(1, 0, "TxDefaultProfile", "Absolute", "", schedule(NOW, "{" + fields + "}"))));
    changesNothing();
  }

  /** Of a schedule: kind, fields of the profile, fields of the schedule, periods. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Absolute|||MissingParam",
        "Recurring|\"recurrencyKind\":\"Daily\",||MissingParam",
        "Recurring||\"startSchedule\":\"2026-03-01T12:00:00Z\",|MissingParam",
        "Relative||\"startSchedule\":\"2026-03-01T12:00:00Z\",|InvalidSchedule",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"duration\":0,|InvalidSchedule",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"duration\":-5,|InvalidSchedule",
        "Absolute||\"startSchedule\":\"2026-02-30T12:00:00Z\",|PropertyConstraintViolation",
        "Absolute||\"startSchedule\":\"now\",|PropertyConstraintViolation",
        "Absolute||\"startSchedule\":1,|TypeConstraintViolation",
        "Absolute|\"validFrom\":\"2026-03-02T00:00:00Z\",\"validTo\":\"2026-03-01T00:00:00Z\",|\"startSchedule\":\"2026-03-01T12:00:00Z\",|InvalidProfile",
        "Absolute|\"validFrom\":\"2026-03-02T00:00:00Z\",\"validTo\":\"2026-03-02T00:00:00Z\",|\"startSchedule\":\"2026-03-01T12:00:00Z\",|InvalidProfile",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"minChargingRate\":-1,|InvalidValue",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"minChargingRate\":1e308,|ValueOutOfRange",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"randomizedDelay\":-1,|PropertyConstraintViolation",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"limitAtSoC\":{\"soc\":101,\"limit\":5},|PropertyConstraintViolation",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"limitAtSoC\":{\"soc\":80,\"limit\":-5},|InvalidValue",
        "Absolute||\"startSchedule\":\"2026-03-01T12:00:00Z\",\"limitAtSoC\":{\"soc\":80,\"limit\":1e308},|ValueOutOfRange",
        "Absolute|\"maxOfflineDuration\":-5,|\"startSchedule\":\"2026-03-01T12:00:00Z\",|InvalidValue",
        "Dynamic|\"dynUpdateInterval\":-5,|\"startSchedule\":\"2026-03-01T12:00:00Z\",|InvalidValue",
        "Sometimes|||PropertyConstraintViolation"
      })
  void aSchedule(String kind, String more, String schedule, String expected) {
    assertEquals(
        expected,
        said(
            profile(
                1,
                0,
                "TxDefaultProfile",
                kind,
                more == null ? "" : more,
                schedule(schedule == null ? "" : schedule, P0))));
    changesNothing();
  }

  private static String periods(int count, int step) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"startPeriod\":" + i * step + ",\"limit\":" + i + "}")
        .collect(Collectors.joining(","));
  }

  private String absolute(String schedules) {
    return said(profile(1, 0, "TxDefaultProfile", "Absolute", "", schedules));
  }

  @Test
  void lists() {
    assertEquals("OccurrenceConstraintViolation", absolute(""));
    assertEquals("OccurrenceConstraintViolation", absolute(schedule(NOW, "")));
    String one = schedule(NOW, P0);
    assertEquals(
        "OccurrenceConstraintViolation", absolute(one + "," + one + "," + one + "," + one));
    assertEquals("InvalidSchedule", absolute(one + "," + one));
    assertEquals("OccurrenceConstraintViolation", absolute(schedule(NOW, periods(1_025, 1))));
    assertEquals("OccurrenceConstraintViolation", absolute(schedule(NOW, periods(5_000, 1))));
    assertEquals("InvalidSchedule", absolute(schedule(NOW, periods(3, 0))));
    assertEquals(
        "InvalidSchedule",
        absolute(
            schedule(
                NOW, P0 + ",{\"startPeriod\":60,\"limit\":1},{\"startPeriod\":30,\"limit\":2}")));
    changesNothing();
  }

  /** As many as the schema permits, and the next is a composite of them. */
  @Test
  void aThousandPeriodsAreAThousand() {
    assertEquals("ok", absolute(schedule(NOW, periods(1_024, 60))));
    JsonNode composite = bench.asked("GetCompositeSchedule", "{\"evseId\":1,\"duration\":86400}");
    assertEquals("Accepted", composite.get("status").asText());
    assertEquals(1_024, composite.get("schedule").get("chargingSchedulePeriod").size());
  }

  @Test
  void numbersThatJsonDoesNotHave() {
    for (String number : new String[] {"NaN", "Infinity", "-Infinity", "0x10", "01", ".5", "5."}) {
      String request =
          profile(
              1,
              0,
              "TxDefaultProfile",
              "Absolute",
              "",
              schedule(NOW, "{\"startPeriod\":0,\"limit\":" + number + "}"));
      bench.ask("SetChargingProfile", request);
      ArrayNode frame = bench.frame();
      assertEquals(4, frame.get(0).asInt(), number);
      assertEquals("RpcFrameworkError", frame.get(2).asText(), number);
    }
    changesNothing();
  }

  @Test
  void identifiersAndLevels() {
    String rest = schedule(NOW, P0);
    assertEquals(
        "InvalidStackLevel", said(profile(1, 1_000, "TxDefaultProfile", "Absolute", "", rest)));
    assertEquals(
        "PropertyConstraintViolation",
        said(profile(1, -1, "TxDefaultProfile", "Absolute", "", rest)));
    assertEquals(
        "InvalidProfile",
        said(profile(1, 0, "ChargingStationExternalConstraints", "Absolute", "", rest)));
    assertEquals("MissingParam", said(profile(1, 0, "TxProfile", "Absolute", "", rest)));
    assertEquals(
        "TxNotFound",
        said(profile(1, 0, "TxProfile", "Absolute", "\"transactionId\":\"no\",", rest)));
    assertEquals(
        "PropertyConstraintViolation",
        said(
            profile(
                1,
                0,
                "TxProfile",
                "Absolute",
                "\"transactionId\":\"" + "x".repeat(37) + "\",",
                rest)));
    assertEquals(
        "UnknownEvse",
        said(
            profile(1, 0, "TxDefaultProfile", "Absolute", "", rest)
                .replace("\"evseId\":1", "\"evseId\":3")));
    changesNothing();
  }
}
