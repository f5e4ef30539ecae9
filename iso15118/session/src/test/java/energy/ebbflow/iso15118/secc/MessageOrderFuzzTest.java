package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Outlook.Ask;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.ValueAddedService;
import energy.ebbflow.iso15118.transport.Sets;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Valid requests in any order, a station in any condition, time in any leaps: the session never
 * throws and never energises out of order.
 */
class MessageOrderFuzzTest {
  private static final int STEPS = 120;

  private static final List<Iso20Options> OPTIONS =
      List.of(
          Iso20Options.PLAIN,
          Iso20Options.PLAIN.withStandby().with(Iso20Options.Pricing.ABSOLUTE),
          Iso20Options.PLAIN
              .withStandby()
              .with(Iso20Options.Pricing.LEVELS)
              .with(List.of(ValueAddedService.parkingStatus())));

  /** What the station may never be told, checked against what it was told before. */
  private static final class Guard {
    private boolean tested;
    private boolean preCharged;
    private boolean energy;
    private boolean ac;

    void see(SeccEffect effect, Station station, boolean over) {
      switch (effect) {
        case SeccEffect.StartCableCheck start -> {
          assertTrue(!over, "voltage after the end");
          assertTrue(station.authorisation == Authorisation.ACCEPTED, "voltage without a user");
          assertTrue(start.volts() > 0 && start.volts() <= 500, "test voltage within the limits");
          tested = false;
          preCharged = false;
        }
        case SeccEffect.EndCableCheck end -> {
          assertTrue(station.isolation == Isolation.VALID, "isolation was not valid");
          tested = true;
        }
        case SeccEffect.PreCharge charge -> {
          assertTrue(tested, "pre-charge of an untested cable");
          preCharged = true;
        }
        case SeccEffect.ServiceSelected selected -> ac = selected.service().startsWith("AC");
        case SeccEffect.StartEnergyTransfer start when ac -> {
          // For AC this is what closes the contactors.
          assertTrue(station.authorisation == Authorisation.ACCEPTED, "voltage without a user");
          assertTrue(!energy, "energy is started once");
          energy = true;
        }
        case SeccEffect.StartEnergyTransfer start -> {
          assertTrue(tested && preCharged, "energy without cable check and pre-charge");
          assertTrue(station.closed && station.pilotReady, "energy without contactors or pilot");
          assertTrue(!energy, "energy is started once");
          assertTrue(!station.stop.equals(Optional.of(Stop.FAULT)), "energy in a fault");
          energy = true;
        }
        case SeccEffect.StopEnergyTransfer stop -> off();
        case SeccEffect.SessionFailed failed -> off();
        case SeccEffect.SessionEnded ended -> assertTrue(!energy, "ended with energy flowing");
        default -> {}
      }
    }

    private void off() {
      tested = false;
      preCharged = false;
      energy = false;
    }
  }

  @Property(tries = 2_000)
  void neverEnergisesOutOfOrder(@ForAll long seed) {
    Random random = new Random(seed);
    Drive drive =
        Drive.with(
            (random.nextInt(3) == 0
                    ? SeccConfig.acBidirectional("meter-1")
                    : SeccConfig.dcBidirectional("meter-1"))
                .with(OPTIONS.get(random.nextInt(OPTIONS.size()))));
    boolean ac = drive.isAc();
    Guard guard = new Guard();
    // Half of the runs start deep in a session, where the interesting states are.
    switch (ac ? 6 + random.nextInt(2) : random.nextInt(6)) {
      case 0 -> drive.linkUp();
      case 1 -> drive.toServices();
      case 2 -> drive.toCableCheck();
      case 3 -> drive.toPower();
      case 4 -> drive.toLoop();
      case 6 -> drive.toAcPower();
      case 7 -> drive.toAcLoop();
      default -> drive.toSession();
    }
    drive.all.forEach(effect -> guard.see(effect, passed(drive.station), false));
    List<Iso20Request> requests = requests(random);
    for (int i = 0; i < STEPS; i++) {
      disturb(drive.station, random);
      drive.pass(
          random.nextInt(8) == 0 ? random.nextLong(70_000_000_000L) : random.nextLong(90_000_000L));
      boolean over = drive.session.ended();
      drive.input(input(random, requests));
      for (SeccEffect effect : drive.last) {
        guard.see(effect, drive.station, over);
        if (effect instanceof SeccEffect.Respond respond) {
          // What a machine answers has to fit the schema, whatever the station said.
          byte[] frame = new byte[PayloadType.MAX_PAYLOAD_BYTES];
          Sets.of(respond.response()).codec().encode(respond.response(), frame, 0);
        }
      }
      assertTrue(!over || drive.last.isEmpty(), "the end is the end");
    }
  }

  /** On the way to the start the station was in order; the guard looks at it as it was then. */
  private static Station passed(Station now) {
    Station then = new Station();
    then.authorisation = Authorisation.ACCEPTED;
    then.isolation = Isolation.VALID;
    then.closed = true;
    then.pilotReady = true;
    then.stop = now.stop;
    return then;
  }

  private static SeccInput input(Random random, List<Iso20Request> requests) {
    return switch (random.nextInt(40)) {
      case 0 -> new SeccInput.LinkDown("gone");
      case 1 -> new SeccInput.Undecodable("garbage");
      case 2 -> new SeccInput.Request(Requests.sap());
      case 3, 4, 5, 6, 7, 8, 9, 10 -> new SeccInput.Tick();
      default -> new SeccInput.Request(requests.get(random.nextInt(requests.size())));
    };
  }

  /** Mostly requests that lead on, so that runs get far. */
  private static List<Iso20Request> requests(Random random) {
    Requests right = new Requests(Octets.of(Drive.SESSION_ID));
    List<Iso20Request> all = new ArrayList<>(right.all());
    all.add(right.loop());
    all.add(right.cableCheck());
    all.add(right.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    all.add(right.power(ChargeProgress.STANDBY));
    all.add(right.stillComputing());
    all.add(right.welding(Processing.ONGOING));
    all.add(right.stop(ChargingSession.SERVICE_RENEGOTIATION));
    all.add(right.preCharge(200));
    all.add(right.checkOut());
    all.add(right.checkIn());
    all.add(right.certificateInstallation());
    all.add(right.scheduledSchedule());
    all.add(right.scheduledSchedule(12));
    all.add(right.startWithSchedule(1));
    all.add(right.select(Requests.DC, Requests.SCHEDULED_SET));
    all.add(right.scheduledLoop(10, 370));
    all.add(right.power(ChargeProgress.STANDBY));
    // A run uses a few of them only: random orders over all end at once.
    List<Iso20Request> some = new ArrayList<>();
    int wanted = 1 + random.nextInt(all.size());
    for (int i = 0; i < wanted; i++) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }

  private static void disturb(Station station, Random random) {
    switch (random.nextInt(16)) {
      case 0 -> station.closed = random.nextBoolean();
      case 1 -> station.pilotReady = random.nextBoolean();
      case 2 -> station.isolation = Isolation.values()[random.nextInt(4)];
      case 3 -> station.authorisation = Authorisation.values()[random.nextInt(3)];
      case 4 -> station.volts = random.nextDouble(500);
      case 5 -> station.amps = random.nextDouble(100) - 50;
      case 6 -> station.targetWatts = random.nextDouble(60_000) - 30_000;
      case 7 -> {
        if (random.nextInt(6) == 0) {
          station.stop = Optional.of(Stop.values()[random.nextInt(3)]);
        }
      }
      case 8 -> station.dischargeWatts = random.nextDouble(20_000);
      case 9 -> station.outlook = outlook(station.outlook, random);
      case 10 -> station.utc += random.nextLong(100_000);
      default -> {}
    }
  }

  private static Outlook outlook(Outlook before, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Outlook.NONE;
      case 1 -> before.withBidirectional(random.nextBoolean());
      case 2 -> before.withPlan(plan(random));
      case 3 -> before.withAsk(Ask.values()[random.nextInt(Ask.values().length)]);
      case 4 ->
          before.withNeeds(
              new Outlook.MobilityNeeds(
                  Optional.of(random.nextLong()), Optional.of(80), Optional.of(20)));
      case 5 ->
          before.withAc(
              Outlook.AcOutlook.measured(
                  PhaseValues.of(random.nextDouble(-1e9, 1e9), random.nextDouble(9e4), -1e-9)));
      case 6 -> before.withCost(new Outlook.Cost(0, 1, random.nextDouble(-9, 9), 1e6));
      default -> before.withPlanPending();
    };
  }

  private static PowerPlan plan(Random random) {
    List<PowerPlan.Interval> intervals = new ArrayList<>();
    int count = 1 + random.nextInt(PowerPlan.MAX_INTERVALS);
    for (int i = 0; i < count; i++) {
      intervals.add(
          new PowerPlan.Interval(
              i * 60L,
              random.nextDouble(1e6),
              random.nextDouble(1e6),
              Optional.of(random.nextDouble(-1, 9)),
              Optional.empty()));
    }
    return new PowerPlan(
        1 + random.nextInt(3),
        1_780_000_000L - random.nextInt(90_000),
        count * 60L,
        List.of(new PowerPlan.Schedule(1, intervals)),
        Optional.of("EUR"),
        Optional.of(random.nextDouble(5_000)));
  }
}
