package energy.ebbflow.ocpp.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.outbox.Signer;
import energy.ebbflow.ocpp.time.Correction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Signs meter values as an OCMF 1.0 record: {@code OCMF|{data}|{signature}}, readings of energy to
 * the vehicle (OBIS 1-0:1.8.0) and from it (OBIS 1-0:2.8.0) apart, ECDSA-secp256r1-SHA256 over the
 * UTF-8 bytes of the data between the bars. Thread-safe.
 */
public final class OcmfSigner implements Signer {
  /** What OCPP calls the form of the data set. */
  public static final String ENCODING = "OCMF";

  /** What OCPP and OCMF call the algorithm. */
  public static final String METHOD = "ECDSA-secp256r1-SHA256";

  static final String OBIS_IMPORT = "1-0:1.8.0";
  static final String OBIS_EXPORT = "1-0:2.8.0";

  /** Longest identification that is written; OCPP 2.0.1 leaves 2500 characters for everything. */
  private static final int MAX_IDENTIFICATION = 64;

  /** OCMF wants milliseconds after a comma, then the offset. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss,SSSxx").withZone(ZoneOffset.UTC);

  /** Clock informative: OCMF's mark for a clock that is neither synchronised nor measured. */
  private static final String CLOCK = " I";

  private final SigningKey key;
  private final String vendor;
  private final String serial;
  private final String version;

  /**
   * Signs for one station.
   *
   * @param vendor maker of the station
   * @param serial serial number of the station, which is the gateway and holds the meter's data
   * @param version of the firmware
   */
  public OcmfSigner(SigningKey key, String vendor, String serial, String version) {
    this.key = key;
    this.vendor = vendor;
    this.serial = serial;
    this.version = version;
  }

  @Override
  public String sign(StationEvent.Transaction event, MeterSample sample, long pagination) {
    ObjectNode data = StrictJson.object();
    data.put("FV", "1.0");
    data.put("GI", vendor);
    data.put("GS", serial);
    data.put("GV", version);
    data.put("PG", "T" + pagination);
    data.put("MS", serial);
    identify(data, event.token());
    data.put("CT", "EVSEID");
    data.put("CI", event.evse() + "/" + event.connector());
    data.put("ebbflowTransaction", event.transaction());
    String time = TIME.format(sample.at()) + CLOCK;
    String place = event.kind() == Kind.ENDED ? "E" : "B";
    ArrayNode readings = data.putArray("RD");
    reading(readings.addObject(), time, place, OBIS_IMPORT, sample.importedWh());
    reading(readings.addObject(), time, place, OBIS_EXPORT, sample.exportedWh());
    return signed(data);
  }

  private String signed(ObjectNode data) {
    String text = StrictJson.write(data);
    ObjectNode signature = StrictJson.object();
    signature.put("SA", METHOD);
    signature.put("SD", HexFormat.of().formatHex(key.sign(text.getBytes(StandardCharsets.UTF_8))));
    return "OCMF|" + text + "|" + StrictJson.write(signature);
  }

  @Override
  public String corrected(String signed, Correction correction) {
    // OCMF|{data}|{signature}: neither part has a bar that is not inside of a text of the data.
    int from = signed.indexOf('|') + 1;
    int to = signed.lastIndexOf("|{");
    ObjectNode data;
    try {
      data = (ObjectNode) StrictJson.parse(signed.substring(from, to));
    } catch (JsonFault | IndexOutOfBoundsException | ClassCastException e) {
      throw new IllegalStateException("a data set that this firmware did not sign", e);
    }
    for (JsonNode reading : data.path("RD")) {
      String time = reading.path("TM").asText();
      Instant at = Instant.from(TIME.parse(time.substring(0, time.length() - CLOCK.length())));
      ((ObjectNode) reading).put("TM", TIME.format(correction.of(at)) + CLOCK);
    }
    return signed(data);
  }

  private static void identify(ObjectNode data, Optional<IdToken> token) {
    data.put("IS", token.isPresent());
    data.put("IT", token.map(t -> identificationType(t.type())).orElse("NONE"));
    data.put("ID", token.map(t -> bounded(t.value())).orElse(""));
  }

  private static String identificationType(String ocppType) {
    return switch (ocppType) {
      case "ISO14443" -> "ISO14443";
      case "ISO15693" -> "ISO15693";
      case "eMAID" -> "EMAID";
      case "Central" -> "CENTRAL";
      case "Local" -> "LOCAL";
      case "KeyCode" -> "KEY_CODE";
      case "EVCCID", "MacAddress" -> "EVCCID";
      default -> "UNDEFINED";
    };
  }

  private static void reading(
      ObjectNode reading, String time, String place, String obis, double wattHours) {
    reading.put("TM", time);
    reading.put("TX", place);
    reading.put("RV", BigDecimal.valueOf(wattHours).setScale(1, RoundingMode.HALF_UP));
    reading.put("RI", obis);
    reading.put("RU", "Wh");
    reading.put("ST", "G");
  }

  private static String bounded(String text) {
    return text.length() <= MAX_IDENTIFICATION ? text : text.substring(0, MAX_IDENTIFICATION);
  }

  /** The public key in the form of OCPP's field: base64 of {@code oca:base16:asn1:} and hex. */
  public String publicKeyForOcpp() {
    String text = "oca:base16:asn1:" + HexFormat.of().formatHex(key.publicKeyDer());
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
