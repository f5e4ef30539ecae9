package energy.ebbflow.firmware.loop;

import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ResidualCurrent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Carries out the effects of one outlet. Devices are commanded first and at once; everything else
 * is offered to bounded queues of other threads. Owned by the loop's thread.
 */
public final class EffectRunner {
  /** Everything that is no device. Implementations never block. */
  public interface Outside {
    /** A response or the end of a link: to the vehicle's connection. */
    void toVehicle(EvseEffect effect);

    /**
     * To the back office and the journal.
     *
     * @return false if the queue is full
     */
    boolean toRecords(EvseEffect effect, Moment at);

    /** The process is to restart or to end. */
    void toProcess(EvseEffect effect);
  }

  private final Board board;
  private final Outside outside;

  public EffectRunner(Board board, Outside outside) {
    this.board = board;
    this.outside = outside;
  }

  /**
   * Carries out the effects of one step.
   *
   * @param back where failures of devices and queues are reported
   */
  void run(List<EvseEffect> effects, Moment now, Consumer<EvseInput> back) {
    // Devices in the order of the machine: a later opening is never overtaken by a closing.
    for (EvseEffect effect : effects) {
      if (effect instanceof EvseEffect.Device device) {
        device(device, back);
      }
    }
    for (EvseEffect effect : effects) {
      switch (effect) {
        case EvseEffect.Device device -> {}
        case EvseEffect.Respond respond -> outside.toVehicle(respond);
        case EvseEffect.CloseLink close -> outside.toVehicle(close);
        case EvseEffect.Tell tell -> record(tell, now, back);
        case EvseEffect.Keep keep -> record(keep, now, back);
        case EvseEffect.Settle settle -> record(settle, now, back);
        case EvseEffect.Recall recall -> record(recall, now, back);
        case EvseEffect.Share share -> record(share, now, back);
        case EvseEffect.Learn learn -> record(learn, now, back);
        case EvseEffect.Observe observe -> record(observe, now, back);
        case EvseEffect.Restart restart -> outside.toProcess(restart);
        case EvseEffect.Stopped stopped -> outside.toProcess(stopped);
      }
    }
  }

  /** Sends a response that need not wait for what else its request brings about. */
  void answer(EvseEffect.Respond answer) {
    outside.toVehicle(answer);
  }

  /** Opens and switches off, whatever else happens. */
  void safeState() {
    attempt("contactors", () -> board.contactors().open(), input -> {});
    attempt(
        "converter",
        () ->
            board
                .powerConverter()
                .ifPresent(converter -> converter.apply(new PowerConverter.Command.Off())),
        input -> {});
    attempt(
        "control pilot", () -> board.controlPilot().apply(new PilotSignal.Negative()), input -> {});
  }

  private void record(EvseEffect effect, Moment now, Consumer<EvseInput> back) {
    if (!outside.toRecords(effect, now)) {
      back.accept(new EvseInput.QueueFull("records"));
    }
  }

  private void device(EvseEffect.Device effect, Consumer<EvseInput> back) {
    String name = effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    attempt(name, () -> command(effect), back);
  }

  private void command(EvseEffect.Device effect) {
    switch (effect) {
      case EvseEffect.Pilot pilot -> board.controlPilot().apply(pilot.signal());
      case EvseEffect.CloseContactors close -> board.contactors().close(close.phases());
      case EvseEffect.OpenContactors open -> board.contactors().open();
      case EvseEffect.Convert convert ->
          board.powerConverter().ifPresent(converter -> converter.apply(convert.command()));
      case EvseEffect.Lock lock ->
          board
              .connectorLock()
              .ifPresent(lock.locked() ? ConnectorLock::lock : ConnectorLock::unlock);
      case EvseEffect.MeasureIsolation measure ->
          board
              .isolationMonitor()
              .ifPresent(
                  monitor -> {
                    if (measure.running()) {
                      monitor.start();
                    } else {
                      monitor.stop();
                    }
                  });
      case EvseEffect.TestResidualCurrent test ->
          board.residualCurrent().ifPresent(ResidualCurrent::selfTest);
      case EvseEffect.Show show ->
          board.indicator().ifPresent(indicator -> indicator.show(show.sign()));
    }
  }

  private static void attempt(String device, Runnable command, Consumer<EvseInput> back) {
    try {
      command.run();
    } catch (RuntimeException failure) {
      back.accept(
          new EvseInput.Measured(
              new Reading.DeviceFault(
                  device, "expected to carry out a command, got: " + failure.getMessage())));
    }
  }
}
