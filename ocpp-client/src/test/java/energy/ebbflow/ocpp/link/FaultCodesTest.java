package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.Mrec;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault by its ChargeX code, as ChargeX and EVerest report it, or by our own. */
class FaultCodesTest {
  @TempDir Path folder;

  private static StationEvent.Fault fault(Bench bench, String code) {
    return new StationEvent.Fault(1, code, "words", false, bench.now().instant());
  }

  @ParameterizedTest
  @CsvSource({
    "GroundFailure,GroundFailure,CX002",
    "ResistanceFault,GroundFailure,CX022",
    "EVSEContactorFault,PowerSwitchFailure,CX017",
    "CableCheckFault,OtherError,CX011",
    "CableOverTempStop,HighTemperature,CX019"
  })
  void in16TheErrorCodeIsTheNearestAndTheVendorsIsThatOfTheList(
      String code, String error, String number) {
    try (Bench bench = new Bench(folder, WireVersion.V16).online()) {
      bench.report(fault(bench, code));
      JsonNode told = bench.reply("StatusNotification", "{}");
      assertEquals(error, told.get("errorCode").asText());
      assertEquals(number, told.get("vendorErrorCode").asText());
      assertEquals(Mrec.VENDOR, told.get("vendorId").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ebbflow.MeterImplausible,PowerMeterFailure",
    "ebbflow.QueueOverflow,InternalError",
    "ebbflow.StorageFailed,InternalError",
    "ebbflow.SafetyControllerLost,InternalError",
    "ebbflow.PhaseMissing,OtherError"
  })
  void in16OurOwnCodesCarryOurName(String code, String error) {
    try (Bench bench = new Bench(folder, WireVersion.V16).online()) {
      bench.report(fault(bench, code));
      JsonNode told = bench.reply("StatusNotification", "{}");
      assertEquals(error, told.get("errorCode").asText());
      assertEquals(code, told.get("vendorErrorCode").asText());
      assertEquals("energy.ebbflow", told.get("vendorId").asText());
    }
  }

  @Test
  void in2xTheTechCodeIsTheNumberAndTheWordsNameIt() {
    try (Bench bench = new Bench(folder, WireVersion.V21).online()) {
      bench.report(fault(bench, "EmergencyStop"));
      JsonNode data = bench.reply("NotifyEvent", "{}").get("eventData").get(0);
      assertEquals("CX008", data.get("techCode").asText());
      assertEquals("EmergencyStop: words", data.get("techInfo").asText());
    }
  }
}
