package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.firmware.vehicles.VehicleMemory;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Nights of vehicles at a station that runs the firmware's own outlet: plugged in at 18:00, gone at
 * 07:00, a price for each quarter of an hour, and a planner that asks for 16 A in the cheapest
 * quarters that suffice and for 0 A in the others. The station restarts every day.
 */
final class FirmwareNights {
  private static final int SLOTS = 13 * 4;
  private static final long SLOT_SECONDS = 900;
  private static final double MISSING_MAX = 0.1;
  private static final long CALM_STEP = 60 * BasicRig.SECOND;
  private static final double CALM_AFTER_SECONDS = 60;
  private static final long QUIET_STEP = 5 * BasicRig.SECOND;
  private static final double QUIET_AFTER_SECONDS = 15;

  /** The outlet waits so long for a reading: more than four of the longest steps. */
  private static final long PATIENCE_NANOS = 300 * BasicRig.SECOND;

  /** Progress is told so often. */
  private static final int PROGRESS_NIGHTS = 50;

  /** Prices, needs and faults come from this seed; every strategy sees the same nights. */
  private static final long SEED = Long.getLong("ebbflow.seed", 20260101);

  /**
   * One strategy's result.
   *
   * @param lost nights on which the vehicle slept at departure although it wanted more
   * @param missing energy that was missing at departure, kWh
   * @param charged energy that was delivered by departure, kWh
   * @param cost what it cost, ct
   */
  record Result(int lost, double missing, double charged, double cost) {
    double centsPerKilowattHour() {
      return cost / charged;
    }

    Result plus(Result other) {
      return new Result(
          lost + other.lost, missing + other.missing, charged + other.charged, cost + other.cost);
    }
  }

  /** What the planner asks for. */
  enum Planner {
    /** 16 A at once. */
    IMMEDIATE,
    /** 16 A in the cheapest quarters. */
    CHEAPEST
  }

  private final int nights;
  private final boolean faults;
  private double calm;

  FirmwareNights(int nights, boolean faults) {
    this.nights = nights;
    this.faults = faults;
  }

  /**
   * Lives through all nights.
   *
   * @param folder of the station's data, where its store of vehicles is
   * @param name of the run, for progress
   */
  Result run(Habit habit, BasicSettings settings, Planner planner, Path folder, String name) {
    BasicRig rig = BasicRig.sparing(settings, PATIENCE_NANOS);
    Result sum = new Result(0, 0, 0, 0);
    for (int night = 0; night < nights; night++) {
      // The station's program begins anew each day, and reads its store from the disk.
      try (VehicleMemory memory =
          VehicleMemory.open(
              folder,
              new Random(SEED),
              trouble -> {
                throw new AssertionError(trouble);
              })) {
        rig.store = Optional.of(memory);
        sum = sum.plus(night(rig, habit, planner, night));
      }
      if ((night + 1) % PROGRESS_NIGHTS == 0) {
        System.out.printf(
            Locale.ROOT, "YEAR %s: %d of %d nights, %d lost%n", name, night + 1, nights, sum.lost);
      }
    }
    return sum;
  }

  /**
   * What a night is like.
   *
   * @param need energy that is wanted, kWh
   * @param prices of each quarter, ct/kWh
   */
  private record Night(double need, double[] prices) {
    private static Night of(int number) {
      SplittableRandom random = new SplittableRandom(SEED + number);
      double need = 10 + 25 * random.nextDouble();
      double[] prices = new double[SLOTS];
      for (int slot = 0; slot < SLOTS; slot++) {
        prices[slot] = 8 + (slot < 16 ? 14 : 0) + 16 * random.nextDouble();
      }
      return new Night(need, prices);
    }
  }

  /**
   * The same nights at a station that does as it is told and no more: no PWM below 6 A, no waking,
   * no memory. Not our firmware; what it is compared with.
   */
  Result plain(Habit habit, Planner planner) {
    Result sum = new Result(0, 0, 0, 0);
    for (int number = 0; number < nights; number++) {
      Night night = Night.of(number);
      PilotCar car = new PilotCar(habit, night.need);
      car.plug(true);
      double cost = 0;
      for (int slot = 0; slot < SLOTS; slot++) {
        double before = car.missingKilowattHours();
        double amps = planner == Planner.IMMEDIATE ? 16 : plan(car, night.prices, slot);
        PilotSignal signal = amps < 6 ? new PilotSignal.Steady() : new PilotSignal.Pwm(amps / 0.6);
        for (int second = 0; second < SLOT_SECONDS; second++) {
          car.live(signal, amps >= 6 && car.volts() < 9, 1);
        }
        cost += (before - car.missingKilowattHours()) * night.prices[slot];
      }
      double missing = car.missingKilowattHours();
      boolean lost = missing > MISSING_MAX && !car.drawing();
      sum = sum.plus(new Result(lost ? 1 : 0, missing, night.need - missing, cost));
    }
    return sum;
  }

  private Result night(BasicRig rig, Habit habit, Planner planner, int night) {
    Night given = Night.of(night);
    double need = given.need;
    double[] prices = given.prices;
    SplittableRandom trouble = new SplittableRandom(SEED * 31 + night);
    // One a night, at a random moment.
    int troubleSlot = trouble.nextInt(SLOTS);
    rig.nanos = night * 24L * 3600 * BasicRig.SECOND;
    rig.restart();
    rig.run(12);
    rig.plug(new PilotCar(habit, need));
    calm = 0;
    double asked = -1;
    double cost = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      double before = rig.car.missingKilowattHours();
      double wanted = planner == Planner.IMMEDIATE ? 16 : plan(rig.car, prices, slot);
      calm = wanted == asked ? calm : 0;
      asked = wanted;
      rig.request(wanted);
      quarter(rig, slot, troubleSlot, trouble);
      cost += (before - rig.car.missingKilowattHours()) * prices[slot];
    }
    double missing = rig.car.missingKilowattHours();
    boolean lost = missing > MISSING_MAX && !rig.car.drawing();
    rig.unplug();
    rig.forgetNight();
    return new Result(lost ? 1 : 0, missing, need - missing, cost);
  }

  /** Around a change every half second counts; the calmer it is, the longer the steps. */
  private void quarter(BasicRig rig, int slot, int troubleSlot, SplittableRandom trouble) {
    double left = SLOT_SECONDS;
    double troubleAt = faults && slot == troubleSlot ? trouble.nextInt(600) : -1;
    while (left > 0) {
      if (troubleAt >= 0 && SLOT_SECONDS - left >= troubleAt) {
        left -= trouble(rig, trouble);
        troubleAt = -1;
        calm = 0;
        continue;
      }
      long step =
          calm >= CALM_AFTER_SECONDS
              ? CALM_STEP
              : calm >= QUIET_AFTER_SECONDS ? QUIET_STEP : BasicRig.SECOND / 2;
      double length = Math.min(left, step / 1e9);
      PilotSignal signal = rig.signal();
      boolean closed = rig.closed();
      rig.run(length, step);
      calm = signal.equals(rig.signal()) && closed == rig.closed() ? calm + length : 0;
      left -= length;
    }
  }

  /** Something goes wrong; answers how long it took, s. */
  private static double trouble(BasicRig rig, SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        // A kill or a power cut: contactors open, nothing is remembered but what is on the disk.
        rig.restart();
        rig.showCard();
        rig.run(10);
        return 13;
      }
      case 1 -> {
        double seconds = 30 + random.nextInt(120);
        rig.hardLimit(0).run(seconds, BasicRig.SECOND / 2);
        rig.hardLimit(32);
        return seconds;
      }
      case 2 -> {
        double seconds = 20 + random.nextInt(60);
        rig.input(new EvseInput.Measured(new Reading.Grid(false)));
        rig.run(seconds, BasicRig.SECOND / 2);
        rig.input(new EvseInput.Measured(new Reading.Grid(true)));
        return seconds;
      }
      default -> {
        // The memory does not answer after a restart: the vehicle is a stranger for the night.
        rig.remembers = false;
        rig.restart();
        rig.showCard();
        rig.run(10);
        rig.remembers = true;
        return 13;
      }
    }
  }

  /** 16 A if this quarter is among the cheapest of the remaining ones that are needed. */
  private static double plan(PilotCar car, double[] prices, int slot) {
    // Two minutes of each quarter are kept for starting and waking.
    double perSlot = PilotCar.MAX_AMPS * PilotCar.KILOWATTS_PER_AMP * (SLOT_SECONDS - 120) / 3600;
    double needed = Math.ceil(car.missingKilowattHours() / perSlot);
    List<Integer> rest = new ArrayList<>();
    for (int s = slot; s < SLOTS; s++) {
      rest.add(s);
    }
    rest.sort(Comparator.comparingDouble(s -> prices[s]));
    return rest.subList(0, (int) Math.min(needed, rest.size())).contains(slot)
        ? PilotCar.MAX_AMPS
        : 0;
  }
}
