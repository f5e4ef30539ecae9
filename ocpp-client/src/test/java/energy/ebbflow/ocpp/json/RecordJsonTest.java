package energy.ebbflow.ocpp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.operation.DataTransfer;
import energy.ebbflow.ocpp.v2.operation.TriggerMessage;
import energy.ebbflow.ocpp.v2.provisioning.BootNotification;
import energy.ebbflow.ocpp.v2.smartcharging.GetCompositeSchedule;
import energy.ebbflow.ocpp.v2.smartcharging.SetChargingProfile;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {
  private static <T> T read(WireVersion version, Class<T> type, String text) throws JsonFault {
    return RecordReader.strict(version).read(StrictJson.parse(text), type);
  }

  /** Each way of being wrong has its own kind, since OCPP-J has a code for each (table 7). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"duration\":60,\"evseId\":1,\"extra\":1}|OCCURRENCE|unexpected 'extra'",
        "{\"duration\":60}|OCCURRENCE|payload.evseId: required, absent",
        "{\"duration\":\"60\",\"evseId\":1}|TYPE|payload.duration: expected a whole number",
        "{\"duration\":60.5,\"evseId\":1}|TYPE|payload.duration: expected a whole number",
        "{\"duration\":99999999999,\"evseId\":1}|VALUE|number too large",
        "{\"duration\":60,\"evseId\":-1}|VALUE|payload.evseId",
        "{\"duration\":60,\"evseId\":1,\"chargingRateUnit\":\"kW\"}|VALUE|ChargingRateUnit",
        "{\"duration\":60,\"evseId\":null}|TYPE|payload.evseId",
        "[]|TYPE|expected an object",
        "{\"duration\":60,\"evseId\":1,\"customData\":{}}|OCCURRENCE|vendorId",
        "{\"duration\":60,\"evseId\":1,\"customData\":7}|TYPE|customData",
      })
  void wrongPayloadsAreNamed(String text, JsonFault.Kind kind, String part) {
    JsonFault fault =
        assertThrows(
            JsonFault.class, () -> read(WireVersion.V21, GetCompositeSchedule.Request.class, text));
    assertEquals(kind, fault.kind());
    assertTrue(fault.text().contains(part), fault.text());
  }

  @Test
  void aWholeNumberMayBeWrittenWithAPoint() throws JsonFault {
    // JSON Schema draft 6: 60.0 is an integer.
    assertEquals(
        60,
        read(
                WireVersion.V21,
                GetCompositeSchedule.Request.class,
                "{\"duration\":60.0,\"evseId\":1,\"customData\":{\"vendorId\":\"x\"}}")
            .duration());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1} x",
        "{a:1}",
        "''",
        "{\"a\":NaN}",
        "{\"a\":1e99999999972}",
        "[1,]",
        "{\"a\":01}"
      })
  void onlyPlainJsonIsRead(String text) {
    assertThrows(JsonFault.class, () -> StrictJson.parse(text));
  }

  @Test
  void nestingIsBounded() throws JsonFault {
    int depth = StrictJson.MAX_DEPTH;
    StrictJson.parse("[".repeat(depth) + "]".repeat(depth));
    assertThrows(
        JsonFault.class, () -> StrictJson.parse("[".repeat(depth + 1) + "]".repeat(depth + 1)));
  }

  @Test
  void fieldsAndWordsOf21AreStrangersIn201() {
    String trigger = "{\"requestedMessage\":\"CustomTrigger\"}";
    assertThrows(
        JsonFault.class, () -> read(WireVersion.V201, TriggerMessage.Request.class, trigger));
    String custom = "{\"requestedMessage\":\"Heartbeat\",\"customTrigger\":\"x\"}";
    assertThrows(
        JsonFault.class, () -> read(WireVersion.V201, TriggerMessage.Request.class, custom));
  }

  @Test
  void lengthsDependOnTheVersion() throws JsonFault {
    String token = "{\"type\":\"Central\",\"idToken\":\"" + "x".repeat(37) + "\"}";
    assertEquals(37, read(WireVersion.V21, IdToken.class, token).idToken().length());
    assertThrows(JsonFault.class, () -> read(WireVersion.V201, IdToken.class, token));
  }

  @Test
  void aLimitIsRequiredIn201Only() throws JsonFault {
    String profile =
        "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,"
            + "\"chargingProfilePurpose\":\"TxDefaultProfile\","
            + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,"
            + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"startPeriod\":0}]}]}}";
    read(WireVersion.V21, SetChargingProfile.Request.class, profile);
    JsonFault fault =
        assertThrows(
            JsonFault.class,
            () -> read(WireVersion.V201, SetChargingProfile.Request.class, profile));
    assertTrue(fault.text().contains("chargingSchedulePeriod[0].limit"), fault.text());
  }

  private static ChargingSchedulePeriod setpoint() {
    Optional<Double> none = Optional.empty();
    return new ChargingSchedulePeriod(
        0,
        Optional.of(5.0),
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        none,
        Optional.of(-3.0),
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        none,
        Optional.of(OperationMode.CENTRAL_SETPOINT),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void whatAVersionDoesNotKnowIsNotWritten() {
    assertEquals(
        "{\"startPeriod\":0,\"limit\":5.0}",
        StrictJson.write(new RecordWriter(WireVersion.V201).write(setpoint())));
    assertEquals(
        "{\"startPeriod\":0,\"limit\":5.0,\"setpoint\":-3.0,\"operationMode\":\"CentralSetpoint\"}",
        StrictJson.write(new RecordWriter(WireVersion.V21).write(setpoint())));
  }

  @Test
  void aRecordThatBreaksItsOwnRulesIsNotWritten() {
    IdToken token = new IdToken(List.of(), "x".repeat(37), "Central");
    new RecordWriter(WireVersion.V21).write(token);
    assertThrows(
        IllegalArgumentException.class, () -> new RecordWriter(WireVersion.V201).write(token));
  }

  @Test
  void forgivingReadersPassOverStrangersButNotOverWrongTypes() throws JsonFault {
    RecordReader forgiving = RecordReader.forgiving(WireVersion.V21);
    String text =
        "{\"currentTime\":\"2026-01-01T00:00:00+01:00\",\"interval\":5,\"status\":\"Accepted\","
            + "\"more\":{}}";
    BootNotification.Response response =
        forgiving.read(StrictJson.parse(text), BootNotification.Response.class);
    assertEquals(Instant.parse("2025-12-31T23:00:00Z"), response.currentTime());
    assertThrows(
        JsonFault.class,
        () ->
            forgiving.read(
                StrictJson.parse(text.replace("5,", "\"5\",")), BootNotification.Response.class));
  }

  /** A price is what was written, to the last digit; a number of a thousand digits is none. */
  @Test
  void moneyIsExactAndBounded() throws JsonFault {
    Tariff.EnergyPrice price =
        read(WireVersion.V21, Tariff.EnergyPrice.class, "{\"priceKwh\":0.290000000000001}");
    assertEquals(new BigDecimal("0.290000000000001"), price.priceKwh());
    assertEquals(
        "{\"priceKwh\":0.290000000000001}",
        StrictJson.write(new RecordWriter(WireVersion.V21).write(price)));
    for (String wrong : List.of("1e2147483647", "1e-2147483647", "1e16", "0.1234567890123456")) {
      JsonFault fault =
          assertThrows(
              JsonFault.class,
              () ->
                  read(WireVersion.V21, Tariff.EnergyPrice.class, "{\"priceKwh\":" + wrong + "}"));
      assertEquals(JsonFault.Kind.VALUE, fault.kind(), fault.text());
    }
  }

  @Test
  void vendorDataIsCarriedAsItIs() throws JsonFault {
    DataTransfer.Request request =
        read(
            WireVersion.V21,
            DataTransfer.Request.class,
            "{\"vendorId\":\"v\",\"data\":{\"deep\":[1,null]}}");
    assertEquals("{\"deep\":[1,null]}", request.data().orElseThrow().toString());
  }
}
