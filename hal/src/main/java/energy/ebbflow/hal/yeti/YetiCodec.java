package energy.ebbflow.hal.yeti;

import energy.ebbflow.hal.mcu.Cobs;
import energy.ebbflow.hal.yeti.YetiMessage.LockPosition;
import energy.ebbflow.hal.yeti.YetiMessage.PilotState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Messages to frames and back. A frame is: one protocol-buffer message with one field, which is the
 * payload; the complement of its CRC-32 (JAMCRC), low byte first; stuffed with COBS; a zero byte.
 */
public final class YetiCodec {
  /** Longest frame on the line, without its final zero. */
  public static final int MAX_FRAME = Cobs.MAX_LENGTH + 1;

  private static final int CRC = 4;

  // Field numbers of the container from the controller.
  private static final int KEEP_ALIVE = 100;
  private static final int LOCK = 102;
  private static final int PWM = 103;
  private static final int ALLOW_POWER = 104;
  private static final int RESET = 105;
  private static final int THREE_PHASES = 106;

  // Field numbers of the container from the board.
  private static final int ALIVE = 3;
  private static final int RESTARTED = 101;
  private static final int PILOT = 102;
  private static final int RELAIS = 103;
  private static final int ERRORS = 104;
  private static final int TELEMETRY = 105;
  private static final int PROXIMITY = 106;
  private static final int LOCK_STATE = 107;
  private static final int METER = 108;

  /** Ratings by the board's number; it calls the largest 70 A, which is 63 A on three phases. */
  private static final int[] CABLE_AMPS = {0, 13, 20, 32, 63, -1};

  private YetiCodec() {}

  /** The bytes of a frame, the final zero included. */
  public static byte[] encode(YetiMessage message) {
    byte[] payload =
        switch (message) {
          case YetiMessage.ToBoard order -> order(order);
          case YetiMessage.ToController said -> said(said);
        };
    byte[] plain =
        ByteBuffer.allocate(payload.length + CRC)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(payload)
            .putInt(crc(payload, payload.length))
            .array();
    byte[] stuffed = Cobs.encode(plain);
    return Arrays.copyOf(stuffed, stuffed.length + 1);
  }

  private static byte[] order(YetiMessage.ToBoard order) {
    ProtoFields.Writer out = new ProtoFields.Writer();
    switch (order) {
      case YetiMessage.KeepAlive alive ->
          out.message(
              KEEP_ALIVE,
              new ProtoFields.Writer().number(1, 0).number(2, 0).number(3, 0).text(6, "n/a"));
      case YetiMessage.Lock(boolean locked) -> out.flag(LOCK, locked);
      case YetiMessage.Pwm(int duty) -> out.number(PWM, duty);
      case YetiMessage.AllowPower(boolean allowed) -> out.flag(ALLOW_POWER, allowed);
      case YetiMessage.Reset reset -> out.flag(RESET, true);
      case YetiMessage.ThreePhases(boolean three) -> out.flag(THREE_PHASES, three);
    }
    return out.bytes();
  }

  private static byte[] said(YetiMessage.ToController said) {
    ProtoFields.Writer out = new ProtoFields.Writer();
    switch (said) {
      case YetiMessage.Alive alive -> out.message(ALIVE, alive(alive));
      case YetiMessage.Restarted(boolean watchdog) -> out.flag(RESTARTED, watchdog);
      case YetiMessage.Pilot(PilotState state) -> out.number(PILOT, state.ordinal());
      case YetiMessage.Relais(boolean on) -> out.flag(RELAIS, on);
      case YetiMessage.Errors errors -> out.message(ERRORS, errors(errors));
      case YetiMessage.Telemetry telemetry -> out.message(TELEMETRY, new ProtoFields.Writer());
      case YetiMessage.Proximity(int amps) ->
          out.number(PROXIMITY, Arrays.stream(CABLE_AMPS).boxed().toList().indexOf(amps));
      case YetiMessage.LockState(LockPosition position) ->
          out.number(LOCK_STATE, position.ordinal());
      case YetiMessage.Meter meter -> out.message(METER, meter(meter));
    }
    return out.bytes();
  }

  private static ProtoFields.Writer alive(YetiMessage.Alive alive) {
    return new ProtoFields.Writer()
        .number(3, alive.hardware())
        .number(4, alive.protocolMajor())
        .number(5, alive.protocolMinor())
        .text(6, alive.firmware())
        .real(7, alive.ampsMax())
        .number(9, alive.phasesMax());
  }

  private static ProtoFields.Writer errors(YetiMessage.Errors errors) {
    return new ProtoFields.Writer()
        .flag(1, errors.diode())
        .flag(2, errors.selfTestFailed())
        .flag(3, errors.residualCurrent())
        .flag(4, errors.ventilation())
        .flag(5, errors.lock())
        .flag(6, errors.pilot())
        .flag(7, errors.overCurrent());
  }

  private static ProtoFields.Writer meter(YetiMessage.Meter meter) {
    ProtoFields.Writer out = new ProtoFields.Writer();
    for (int phase = 0; phase < 3; phase++) {
      out.real(2 + phase, meter.volts().get(phase));
      out.real(5 + phase, meter.amps().get(phase));
      out.real(17 + phase, meter.watts().get(phase));
    }
    out = out.real(12, meter.wattHours());
    for (int sensor = 0; sensor < meter.celsius().size(); sensor++) {
      out = out.real(13 + sensor, meter.celsius().get(sensor));
    }
    return out;
  }

  /**
   * Reads a frame of the board.
   *
   * @param stuffed without its final zero
   * @return empty if it is damaged, or says something that is not known here
   */
  public static Optional<YetiMessage.ToController> decode(byte[] stuffed) {
    return fields(stuffed).flatMap(YetiCodec::said);
  }

  /**
   * Reads a frame of the controller.
   *
   * @param stuffed without its final zero
   * @return empty if it is damaged, or says something that is not known here
   */
  public static Optional<YetiMessage.ToBoard> decodeOrder(byte[] stuffed) {
    return fields(stuffed).flatMap(YetiCodec::order);
  }

  private static Optional<ProtoFields> fields(byte[] stuffed) {
    Optional<byte[]> plain = Cobs.decode(stuffed);
    if (plain.isEmpty() || plain.get().length < CRC) {
      return Optional.empty();
    }
    byte[] bytes = plain.get();
    int length = bytes.length - CRC;
    int crc = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
    return crc == crc(bytes, length)
        ? ProtoFields.of(Arrays.copyOf(bytes, length))
        : Optional.empty();
  }

  private static Optional<YetiMessage.ToBoard> order(ProtoFields fields) {
    if (fields.has(KEEP_ALIVE)) {
      return Optional.of(new YetiMessage.KeepAlive());
    }
    if (fields.has(LOCK)) {
      return Optional.of(new YetiMessage.Lock(fields.flag(LOCK)));
    }
    if (fields.has(PWM)) {
      long duty = fields.number(PWM);
      return duty >= 0 && duty <= YetiMessage.Pwm.STEADY
          ? Optional.of(new YetiMessage.Pwm((int) duty))
          : Optional.empty();
    }
    if (fields.has(ALLOW_POWER)) {
      return Optional.of(new YetiMessage.AllowPower(fields.flag(ALLOW_POWER)));
    }
    if (fields.has(RESET)) {
      return Optional.of(new YetiMessage.Reset());
    }
    return fields.has(THREE_PHASES)
        ? Optional.of(new YetiMessage.ThreePhases(fields.flag(THREE_PHASES)))
        : Optional.empty();
  }

  private static Optional<YetiMessage.ToController> said(ProtoFields fields) {
    if (fields.has(ALIVE)) {
      return fields.message(ALIVE).map(YetiCodec::alive);
    }
    if (fields.has(RESTARTED)) {
      return Optional.of(new YetiMessage.Restarted(fields.flag(RESTARTED)));
    }
    if (fields.has(PILOT)) {
      return one(PilotState.values(), fields.number(PILOT)).map(YetiMessage.Pilot::new);
    }
    if (fields.has(RELAIS)) {
      return Optional.of(new YetiMessage.Relais(fields.flag(RELAIS)));
    }
    if (fields.has(ERRORS)) {
      return fields.message(ERRORS).map(YetiCodec::errors);
    }
    if (fields.has(TELEMETRY)) {
      return Optional.of(new YetiMessage.Telemetry());
    }
    if (fields.has(PROXIMITY)) {
      long number = fields.number(PROXIMITY);
      return number >= 0 && number < CABLE_AMPS.length
          ? Optional.of(new YetiMessage.Proximity(CABLE_AMPS[(int) number]))
          : Optional.empty();
    }
    if (fields.has(LOCK_STATE)) {
      return one(LockPosition.values(), fields.number(LOCK_STATE)).map(YetiMessage.LockState::new);
    }
    return fields.has(METER) ? fields.message(METER).flatMap(YetiCodec::meter) : Optional.empty();
  }

  private static <E> Optional<E> one(E[] values, long number) {
    return number >= 0 && number < values.length
        ? Optional.of(values[(int) number])
        : Optional.empty();
  }

  private static YetiMessage.Alive alive(ProtoFields fields) {
    return new YetiMessage.Alive(
        (int) fields.number(3),
        (int) fields.number(4),
        (int) fields.number(5),
        fields.text(6),
        fields.real(7),
        (int) fields.number(9));
  }

  private static YetiMessage.Errors errors(ProtoFields fields) {
    return new YetiMessage.Errors(
        fields.flag(1),
        fields.flag(2),
        fields.flag(3),
        fields.flag(4),
        fields.flag(5),
        fields.flag(6),
        fields.flag(7));
  }

  /** Empty if any of its values is no number. */
  private static Optional<YetiMessage.ToController> meter(ProtoFields fields) {
    List<Double> volts = phases(fields, 2);
    List<Double> amps = phases(fields, 5);
    List<Double> watts = phases(fields, 17);
    double wattHours = fields.real(12);
    List<Double> celsius = numbers(fields, 13, YetiMessage.Meter.SENSORS.size());
    boolean numbers =
        volts.size() + amps.size() + watts.size() == 9
            && Double.isFinite(wattHours)
            && celsius.size() == YetiMessage.Meter.SENSORS.size();
    return numbers
        ? Optional.of(new YetiMessage.Meter(volts, amps, watts, wattHours, celsius))
        : Optional.empty();
  }

  private static List<Double> phases(ProtoFields fields, int first) {
    return numbers(fields, first, 3);
  }

  private static List<Double> numbers(ProtoFields fields, int first, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = fields.real(first + i);
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
    return values;
  }

  /** CRC-32/JAMCRC: the usual CRC-32 without its final complement. */
  private static int crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) ~crc.getValue();
  }
}
