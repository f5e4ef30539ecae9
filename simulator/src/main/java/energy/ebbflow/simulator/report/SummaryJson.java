package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.timeline.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The one object that {@code --json} prints. Unknown values are null, never 0. */
public final class SummaryJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DECIMALS = 3;

  private SummaryJson() {}

  /** The object, its keys in the documented order. */
  public static ObjectNode of(RunFacts facts, Verdict verdict) {
    ObjectNode json = JSON.createObjectNode();
    json.put("scenario", verdict.scenario());
    json.put("outcome", verdict.passed() ? "passed" : "failed");
    json.put("reason", verdict.reason());
    String protocol = facts.text(Fact.PROTOCOL);
    if (protocol.isEmpty()) {
      json.putNull("protocol");
    } else {
      json.put("protocol", protocol);
    }
    figure(json, "energyImportedWh", facts.number(Fact.IMPORTED_WH));
    figure(json, "energyExportedWh", facts.number(Fact.EXPORTED_WH));
    figure(json, "socStart", facts.number(Fact.SOC_START));
    figure(json, "socEnd", facts.number(Fact.SOC_END));
    json.put("messages", whole(facts, Fact.MESSAGES));
    ObjectNode response = json.putObject("responseMillis");
    figure(response, "p50", facts.number(Fact.RESPONSE_P50));
    figure(response, "p99", facts.number(Fact.RESPONSE_P99));
    figure(response, "max", facts.number(Fact.RESPONSE_MAX));
    json.put("contactorCycles", whole(facts, Fact.CONTACTOR_CYCLES));
    figure(json, "plugToPowerMillis", facts.number(Fact.PLUG_TO_POWER_MILLIS));
    ObjectNode ocpp = json.putObject("ocpp");
    String dialect = facts.text(Fact.DIALECT);
    if (dialect.isEmpty()) {
      ocpp.putNull("dialect");
    } else {
      ocpp.put("dialect", dialect);
    }
    ocpp.put("transactions", whole(facts, Fact.TRANSACTIONS));
    ocpp.put("rejected", whole(facts, Fact.REJECTED));
    return json;
  }

  private static long whole(RunFacts facts, Fact fact) {
    return Math.round(facts.number(fact).orElse(0.0));
  }

  static void figure(ObjectNode json, String key, Optional<Double> value) {
    if (value.filter(Double::isFinite).isPresent()) {
      json.put(key, rounded(value.get()));
    } else {
      json.putNull(key);
    }
  }

  static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    BigDecimal shorter = exact.stripTrailingZeros();
    return shorter.scale() < 0 ? shorter.setScale(0, RoundingMode.UNNECESSARY) : shorter;
  }
}
