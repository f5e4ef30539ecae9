package energy.ebbflow.simulator.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.simulator.trace.TraceEvent;
import org.junit.jupiter.api.Test;

/** What happens at one outlet says nothing of the other; what the back office tells is of both. */
class SecondOutletTest {
  private static TraceEvent event(String json) {
    return TraceEvent.parse(json).orElseThrow();
  }

  @Test
  void outletsAreToldApart() {
    RunFacts facts = new RunFacts();
    facts.take(
        event("{\"t\":1,\"who\":\"evse\",\"kind\":\"contactor\",\"evse\":1,\"closed\":true}"));
    facts.take(event("{\"t\":2,\"who\":\"evse\",\"kind\":\"pilot\",\"evse\":2,\"state\":\"C\"}"));
    facts.take(event("{\"t\":3,\"who\":\"ev2\",\"kind\":\"sample\",\"soc\":51.5}"));
    facts.take(event("{\"t\":4,\"who\":\"csms\",\"kind\":\"link\",\"dialect\":\"ocpp2.1\"}"));
    assertEquals("closed", facts.text(Fact.CONTACTORS));
    assertEquals("", facts.text(Fact.PILOT));
    assertEquals("", facts.text(Fact.SOC_END));
    assertEquals("", facts.second().text(Fact.CONTACTORS));
    assertEquals("C", facts.second().text(Fact.PILOT));
    assertEquals("51.5", facts.second().text(Fact.SOC_END));
    assertEquals("ocpp2.1", facts.text(Fact.DIALECT));
    assertEquals("ocpp2.1", facts.second().text(Fact.DIALECT));
  }
}
