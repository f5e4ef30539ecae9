package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.hal.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private static final long CALM_STEP = 30 * BasicRig.SECOND;
  private static final double CALM_AFTER_SECONDS = 60;

  /** Prices, needs and faults come from this seed; every strategy sees the same nights. */
  private static final long SEED = 20260101;

  /**
   * One strategy's result.
   *
   * @param lost nights on which the vehicle slept at departure although it wanted more
   * @param missing energy that was missing at departure, kWh
   * @param charged energy that was delivered, kWh
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

  FirmwareNights(int nights, boolean faults) {
    this.nights = nights;
    this.faults = faults;
  }

  Result run(Habit habit, BasicSettings settings, Planner planner) {
    BasicRig rig = new BasicRig(settings);
    Result sum = new Result(0, 0, 0, 0);
    for (int night = 0; night < nights; night++) {
      sum = sum.plus(night(rig, habit, planner, night));
    }
    return sum;
  }

  private Result night(BasicRig rig, Habit habit, Planner planner, int night) {
    SplittableRandom random = new SplittableRandom(SEED + night);
    double need = 10 + 25 * random.nextDouble();
    double[] prices = new double[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      prices[slot] = 8 + (slot < 16 ? 14 : 0) + 16 * random.nextDouble();
    }
    SplittableRandom trouble = new SplittableRandom(SEED * 31 + night);
    // One a night, at a random moment.
    int troubleSlot = trouble.nextInt(SLOTS);
    rig.nanos = night * 24L * 3600 * BasicRig.SECOND;
    rig.restart();
    rig.run(12);
    rig.plug(new PilotCar(habit, need));
    double cost = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      double before = rig.car.missingKilowattHours();
      rig.request(planner == Planner.IMMEDIATE ? 16 : plan(rig.car, prices, slot));
      quarter(rig, slot, troubleSlot, trouble);
      cost += (before - rig.car.missingKilowattHours()) * prices[slot];
    }
    double missing = rig.car.missingKilowattHours();
    boolean lost = missing > MISSING_MAX && !rig.car.drawing();
    rig.unplug();
    return new Result(lost ? 1 : 0, missing, need - missing, cost);
  }

  /** Around a change every half second counts, otherwise twice a minute is enough. */
  private void quarter(BasicRig rig, int slot, int troubleSlot, SplittableRandom trouble) {
    double calm = 0;
    double left = SLOT_SECONDS;
    double troubleAt = faults && slot == troubleSlot ? trouble.nextInt(600) : -1;
    while (left > 0) {
      if (troubleAt >= 0 && SLOT_SECONDS - left >= troubleAt) {
        left -= trouble(rig, trouble);
        troubleAt = -1;
        calm = 0;
        continue;
      }
      boolean isCalm = calm >= CALM_AFTER_SECONDS;
      double length = Math.min(left, isCalm ? 30 : 1);
      String before = rig.signal() + " " + rig.closed();
      rig.run(length, isCalm ? CALM_STEP : BasicRig.SECOND / 2);
      calm = before.equals(rig.signal() + " " + rig.closed()) ? calm + length : 0;
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
