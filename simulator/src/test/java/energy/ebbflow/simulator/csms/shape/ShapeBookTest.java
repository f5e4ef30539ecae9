package energy.ebbflow.simulator.csms.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeBookTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ShapeBook V21 = ShapeReader.ocpp21();
  private static final ShapeBook V201 = ShapeReader.ocpp201();
  private static final ShapeBook V16 = ShapeReader.ocpp16();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Violation only(List<Violation> violations) {
    assertEquals(1, violations.size(), violations.toString());
    return violations.getFirst();
  }

  @Test
  void aRightBootPassesInBothVersions() {
    JsonNode boot =
        json(
            "{'reason':'PowerUp','chargingStation':{'model':'E1','vendorName':'E'}}"
                .replace('\'', '"'));
    assertEquals(List.of(), V21.checkRequest("BootNotification", boot));
    assertEquals(List.of(), V201.checkRequest("BootNotification", boot));
  }

  @Test
  void aMissingFieldIsAnOccurrenceViolationWithItsPath() {
    Violation violation =
        only(
            V21.checkRequest(
                "BootNotification",
                json("{\"reason\":\"PowerUp\",\"chargingStation\":{\"model\":\"E1\"}}")));
    assertEquals("chargingStation.vendorName", violation.path());
    assertEquals(Violation.Code.OCCURRENCE_CONSTRAINT_VIOLATION, violation.code());
  }

  @Test
  void anUnknownFieldIsRefusedButCustomDataWithAVendorIsNot() {
    assertEquals(
        Violation.Code.FORMAT_VIOLATION,
        only(V21.checkRequest("Heartbeat", json("{\"colour\":1}"))).code());
    assertEquals(
        List.of(),
        V21.checkRequest("Heartbeat", json("{\"customData\":{\"vendorId\":\"x\",\"a\":1}}")));
    assertEquals(
        "customData",
        only(V21.checkRequest("Heartbeat", json("{\"customData\":{\"a\":1}}"))).path());
  }

  @Test
  void wrongTypesValuesAndLengthsHaveTheirOwnCodes() {
    String boot = "{\"reason\":%s,\"chargingStation\":{\"model\":%s,\"vendorName\":\"E\"}}";
    assertEquals(
        Violation.Code.TYPE_CONSTRAINT_VIOLATION,
        only(V21.checkRequest("BootNotification", json(boot.formatted("7", "\"m\"")))).code());
    assertEquals(
        Violation.Code.PROPERTY_CONSTRAINT_VIOLATION,
        only(V21.checkRequest("BootNotification", json(boot.formatted("\"Bored\"", "\"m\""))))
            .code());
    String twenty = "\"" + "m".repeat(20) + "\"";
    String twentyOne = "\"" + "m".repeat(21) + "\"";
    assertEquals(
        List.of(),
        V21.checkRequest("BootNotification", json(boot.formatted("\"PowerUp\"", twenty))));
    assertEquals(
        "chargingStation.model",
        only(V21.checkRequest("BootNotification", json(boot.formatted("\"PowerUp\"", twentyOne))))
            .path());
  }

  @Test
  void aTimeWithoutOffsetIsNoTime() {
    String status =
        "{\"timestamp\":\"%s\",\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}";
    assertEquals(
        List.of(),
        V21.checkRequest("StatusNotification", json(status.formatted("2026-01-01T00:00:00Z"))));
    assertEquals(
        "timestamp",
        only(V21.checkRequest("StatusNotification", json(status.formatted("2026-01-01T00:00:00"))))
            .path());
  }

  /** A V2X set-point exists in 2.1 only; 2.0.1 also demands a limit. */
  @Test
  void theVersionsDifferWhereTheStandardsDo() {
    JsonNode request =
        json(
            "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,\"chargingProfilePurpose\":"
                + "\"TxDefaultProfile\",\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":[{\"id\":1,"
                + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,"
                + "\"operationMode\":\"CentralSetpoint\",\"setpoint\":-8000}]}]}}");
    assertEquals(List.of(), V21.checkRequest("SetChargingProfile", request));
    assertFalse(V201.checkRequest("SetChargingProfile", request).isEmpty());
    assertTrue(V21.knows("NotifyAllowedEnergyTransfer"));
    assertFalse(V201.knows("NotifyAllowedEnergyTransfer"));
  }

  @Test
  void anEmptyListWhereOneItemIsRequiredIsRefused() {
    Violation violation =
        only(V21.checkRequest("MeterValues", json("{\"evseId\":1,\"meterValue\":[]}")));
    assertEquals("meterValue", violation.path());
    assertEquals(Violation.Code.OCCURRENCE_CONSTRAINT_VIOLATION, violation.code());
  }

  @Test
  void complaintsAreBounded() {
    StringBuilder many = new StringBuilder("{\"a0\":1");
    for (int i = 1; i < 500; i++) {
      many.append(",\"a").append(i).append("\":1");
    }
    int found = V21.checkRequest("Heartbeat", json(many + "}")).size();
    assertTrue(found <= 500 && found >= ShapeChecker.VIOLATIONS_MAX, "found " + found);
  }

  /** 1.6 has other fields, its own bounds, and no place for vendors. */
  @Test
  void oneSixHasShapesOfItsOwn() {
    assertEquals(
        List.of(),
        V16.checkRequest(
            "StartTransaction",
            json(
                "{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":5,"
                    + "\"timestamp\":\"2026-01-01T00:00:00Z\"}")));
    assertEquals(
        "connectorId",
        only(V16.checkRequest(
                "StartTransaction",
                json(
                    "{\"connectorId\":0,\"idTag\":\"T\",\"meterStart\":5,"
                        + "\"timestamp\":\"2026-01-01T00:00:00Z\"}")))
            .path());
    assertEquals(
        Violation.Code.PROPERTY_CONSTRAINT_VIOLATION,
        only(V16.checkRequest("Authorize", json("{\"idTag\":\"" + "T".repeat(21) + "\"}"))).code());
    assertEquals(
        Violation.Code.FORMAT_VIOLATION,
        only(V16.checkRequest("Heartbeat", json("{\"customData\":{\"vendorId\":\"x\"}}"))).code());
    assertFalse(V16.knows("TransactionEvent"));
    assertFalse(V21.knows("StartTransaction"));
  }
}
