package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.events.Json;
import energy.ebbflow.firmware.events.ObservationJson;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what an outlet makes known: as event lines, and in words in the log. */
final class ObservationLog {
  private static final Logger LOG = LoggerFactory.getLogger("station");

  private ObservationLog() {}

  /** Never blocks: both ways have bounded queues. */
  static void show(int evse, Observation observation, Moment at, EventLines events) {
    if (events.wanted()) {
      Json line = events.line(ObservationJson.kind(observation), at.nanos());
      events.offer(ObservationJson.fields(observation, line.with("evse", evse)));
    }
    switch (observation) {
      case Observation.State state -> LOG.info("EVSE {} is {}", evse, state.name());
      case Observation.Fault fault -> {
        if (fault.cleared()) {
          LOG.info("EVSE {} fault over: {}", evse, fault.code());
        } else {
          LOG.warn("EVSE {} fault {}: {}", evse, fault.code(), fault.text());
        }
      }
      case Observation.Session session ->
          LOG.info(
              "EVSE {} session: {}, {}, {} control",
              evse,
              session.protocol(),
              session.service(),
              session.control());
      case Observation.Command command ->
          LOG.info(
              "EVSE {} {} {} {}",
              evse,
              command.name(),
              command.accepted() ? "accepted" : "rejected",
              command.text());
      case Observation.Note note -> LOG.info("EVSE {}: {}", evse, note.text());
      case Observation.Contactor contactor ->
          LOG.info("EVSE {} contactors {}", evse, contactor.closed() ? "closed" : "open");
      case Observation.Decision decision ->
          LOG.info(
              "EVSE {} power {} W, decided by {}",
              evse,
              Math.round(decision.decision().setpoint().value()),
              decision.decision().winner());
      case Observation.Pilot pilot -> {}
      case Observation.Lock lock -> {}
      case Observation.Sample sample -> {}
      case Observation.Word word -> {}
      case Observation.Display display -> {}
      case Observation.Basic basic -> LOG.info("EVSE {}: {}", evse, basic.report().text());
      case Observation.Phase phase -> {}
    }
  }
}
