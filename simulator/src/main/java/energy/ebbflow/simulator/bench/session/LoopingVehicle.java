package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The firmware in a process of its own with a vehicle in the charge loop of ISO 15118-20 DC over
 * TLS 1.3, ten messages a second. Belongs to one thread.
 */
public final class LoopingVehicle implements AutoCloseable {
  private static final long PACE_NANOS = 100_000_000;

  /** As in the safety benchmark: the outlet has seen its vehicle for a while. */
  private static final long SETTLE_MILLIS = 4_000;

  private final StationUnderTest station;
  private final Wire wire;
  private final Dialogue dialogue;
  private final byte[] request;
  private long next = System.nanoTime();

  private LoopingVehicle(StationUnderTest station, Wire wire) throws IOException {
    this.station = station;
    this.wire = wire;
    this.dialogue = new Dialogue(wire);
    dialogue.open();
    dialogue.start();
    this.request = dialogue.loopRequest();
  }

  /**
   * Starts the firmware and goes into the charge loop.
   *
   * @param program the firmware's command line up to and with {@code run}
   * @param more options of {@code run}
   * @param folder for data and log
   * @param pki keys of charger and vehicle
   */
  public static LoopingVehicle start(List<String> program, List<String> more, Path folder, Path pki)
      throws IOException {
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("--tls", "required", "--pki", pki.toString()));
    StationUnderTest station = StationUnderTest.start(program, options, folder);
    try {
      SdpResponse found = Discovery.first(Security.TLS, station::alive);
      station.awaitVehicle();
      Pause.millis(SETTLE_MILLIS);
      Wire wire = new Wire(Sockets.secured(found, Sockets.context(pki)), Optional.empty());
      return new LoopingVehicle(station, wire);
    } catch (IOException broken) {
      String words = station.lastWords();
      station.close();
      throw new IOException(
          broken.getMessage() + " (the firmware's last words: " + words + ")", broken);
    }
  }

  /**
   * One message at its time, and its response.
   *
   * @return how much the charger lets the vehicle charge, W
   */
  public double turn() throws IOException {
    Pause.until(next);
    next = Math.max(next + PACE_NANOS, System.nanoTime());
    try {
      return dialogue.answer(request) instanceof DcChargeLoopResponse response
              && response.clResControlMode() instanceof DynamicDcClResControlMode mode
          ? mode.evseMaximumChargePower().toDouble()
          : Double.NaN;
    } catch (IOException broken) {
      throw new IOException(
          broken.getMessage() + " (the firmware's last words: " + station.lastWords() + ")",
          broken);
    }
  }

  @Override
  public void close() throws IOException {
    try (station) {
      wire.close();
    }
  }
}
