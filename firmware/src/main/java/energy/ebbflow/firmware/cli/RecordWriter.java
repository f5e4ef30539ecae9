package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.backoffice.CommandRouter;
import energy.ebbflow.firmware.backoffice.EnergyManager;
import energy.ebbflow.firmware.events.Json;
import energy.ebbflow.firmware.events.ObservationJson;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.journal.JournalEntry;
import energy.ebbflow.firmware.journal.JournalException;
import energy.ebbflow.firmware.journal.JournalKeeper;
import energy.ebbflow.firmware.loop.Recorder;
import energy.ebbflow.firmware.loop.Recorder.NotStoredException;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes records: to the back office's store and to the journal. Owned by the recorder's thread.
 */
final class RecordWriter implements Recorder.Writer {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final BackOfficeDoor backOffice;
  private final JournalKeeper journal;
  private final Consumer<EvseInput> loops;
  private volatile Optional<CommandRouter> router = Optional.empty();
  private volatile Optional<EnergyManager> manager = Optional.empty();
  private int interval;
  private int plugSeconds;

  RecordWriter(BackOfficeDoor backOffice, JournalKeeper journal, Consumer<EvseInput> loops) {
    this.backOffice = backOffice;
    this.journal = journal;
    this.loops = loops;
  }

  /** Says who numbers questions; before the recorder starts. */
  void route(CommandRouter numbering) {
    router = Optional.of(numbering);
  }

  /** Says who else hears of the station; before the recorder starts. */
  void manager(Optional<EnergyManager> other) {
    manager = other;
  }

  @Override
  public void write(int evse, EvseEffect effect, Moment at) throws NotStoredException {
    switch (effect) {
      case EvseEffect.Tell tell -> tell(evse, tell.event(), at);
      case EvseEffect.Keep keep -> keep(keep);
      case EvseEffect.Settle settle -> settle(settle, at);
      case EvseEffect.Observe observe ->
          note(
              evse,
              at,
              ObservationJson.kind(observe.observation()),
              ObservationJson.fields(observe.observation(), Json.object()).end());
      case EvseEffect.Device device -> {}
      // The memory of vehicles has its own thread.
      case EvseEffect.Recall recall -> {}
      case EvseEffect.Learn learn -> {}
      case EvseEffect.Share share -> {}
      case EvseEffect.Respond respond -> {}
      case EvseEffect.CloseLink close -> {}
      case EvseEffect.Restart restart -> {}
      case EvseEffect.Stopped stopped -> {}
    }
  }

  /** Faults, questions of people and answers to the back office: nothing of them is stored. */
  @Override
  public boolean overtakes(EvseEffect effect) {
    return effect instanceof EvseEffect.Tell tell
        && (tell.event() instanceof StationEvent.Fault
            || tell.event() instanceof StationEvent.AuthorisationQuestion
            || tell.event() instanceof StationEvent.CommandResult);
  }

  private void tell(int evse, StationEvent event, Moment at) throws NotStoredException {
    try {
      backOffice.office().report(numbered(event));
    } catch (StorageException failure) {
      throw new NotStoredException(String.valueOf(failure.getMessage()), true, failure);
    }
    manager.ifPresent(other -> other.hear(event));
    followInterval();
    if (event instanceof StationEvent.Transaction transaction) {
      note(
          evse,
          at,
          "transaction",
          Json.object()
              .with("event", transaction.kind().name())
              .with("id", transaction.transaction())
              .with("trigger", transaction.trigger())
              .with("chargingState", transaction.chargingState())
              .with("token", transaction.token().map(Object::toString).orElse(""))
              .with("stopReason", transaction.stopReason().orElse(""))
              .with(
                  "importedWh", transaction.samples().stream().map(s -> s.importedWh()).findFirst())
              .with(
                  "exportedWh", transaction.samples().stream().map(s -> s.exportedWh()).findFirst())
              .end());
    }
  }

  private StationEvent numbered(StationEvent event) {
    return event instanceof StationEvent.AuthorisationQuestion question && router.isPresent()
        ? router.get().number(question)
        : event;
  }

  private void keep(EvseEffect.Keep keep) throws NotStoredException {
    try {
      backOffice.keepSample(keep.transaction(), keep.sample());
    } catch (StorageException failure) {
      throw new NotStoredException(String.valueOf(failure.getMessage()), false, failure);
    }
  }

  private void settle(EvseEffect.Settle settle, Moment at) throws NotStoredException {
    try {
      backOffice.settleInterrupted(settle.evse(), settle.meter(), at);
    } catch (StorageException failure) {
      throw new NotStoredException(String.valueOf(failure.getMessage()), true, failure);
    }
  }

  /** The back office may change the interval of samples, and the wait for a plug, at any time. */
  private void followInterval() {
    int seconds = backOffice.sampleIntervalSeconds();
    if (seconds > 0 && seconds != interval) {
      interval = seconds;
      loops.accept(new EvseInput.SampleEvery(seconds * NANOS_PER_SECOND));
    }
    int wait = backOffice.plugSeconds();
    if (wait > 0 && wait != plugSeconds) {
      plugSeconds = wait;
      loops.accept(new EvseInput.PlugWithin(wait * NANOS_PER_SECOND));
    }
  }

  private void note(int evse, Moment at, String kind, String detail) throws NotStoredException {
    try {
      journal.write(new JournalEntry(at.wall(), at.nanos(), evse, kind, detail));
    } catch (JournalException failure) {
      throw new NotStoredException(String.valueOf(failure.getMessage()), false, failure);
    }
  }
}
