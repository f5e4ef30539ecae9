package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Sessions of ISO 15118-2 with messages in any order. */
class Iso2OrderFuzzTest {
  /** Valid requests in any order never energise out of order, and nothing throws. */
  @Property(tries = 1_500)
  void anyOrderIsHandled(@ForAll long seed) {
    Random random = new Random(seed);
    Iso2Options options =
        random.nextBoolean()
            ? Iso2Options.NONE
            : new Iso2Options(List.of(), Optional.of(1), random.nextInt(100), List.of());
    Iso2Drive car = random.nextBoolean() ? Iso2Drive.dc(options) : Iso2Drive.ac(options);
    switch (random.nextInt(5)) {
      case 4 -> {
        if (car.drive.isAc()) {
          car.toAcLoop().send(car.power(ChargeProgress.RENEGOTIATE));
        } else {
          car.toDcLoop().toDcRestart();
        }
      }
      case 0 -> car.toAuthorization();
      case 1 -> car.toParameters();
      case 2 -> {
        if (car.drive.isAc()) {
          car.toAcPower();
        } else {
          car.toPreCharge();
        }
      }
      default -> {
        if (car.drive.isAc()) {
          car.toAcLoop();
        } else {
          car.toDcLoop();
        }
      }
    }
    boolean tested = car.drive.all.stream().anyMatch(SeccEffect.EndCableCheck.class::isInstance);
    boolean energy =
        car.drive.all.stream().anyMatch(SeccEffect.StartEnergyTransfer.class::isInstance);
    boolean live = energy;
    List<BodyElement> requests = car.all();
    for (int i = 0; i < 80; i++) {
      Station station = car.drive.station;
      switch (random.nextInt(9)) {
        case 8 -> station.outlook = outlook(random, station.utc);
        case 0 -> station.closed = random.nextBoolean();
        case 1 -> station.pilotReady = random.nextBoolean();
        case 2 -> station.isolation = Isolation.values()[random.nextInt(4)];
        case 3 -> station.authorisation = Authorisation.values()[random.nextInt(3)];
        case 4 -> station.volts = random.nextDouble(500);
        default -> {}
      }
      car.drive.pass(random.nextLong(400_000_000L));
      boolean over = car.drive.session.ended();
      if (random.nextInt(4) == 0) {
        car.drive.tick();
      } else {
        car.send(requests.get(random.nextInt(requests.size())));
      }
      for (SeccEffect effect : car.drive.last) {
        switch (effect) {
          case SeccEffect.StartCableCheck start -> {
            assertTrue(!over && station.authorisation == Authorisation.ACCEPTED);
            assertTrue(
                !energy && !(live && station.closed), "energy flowed, contactors open first");
            live = false;
            tested = false;
          }
          case SeccEffect.EndCableCheck end -> tested = station.isolation == Isolation.VALID;
          case SeccEffect.StartEnergyTransfer start -> {
            assertTrue(!energy && station.authorisation == Authorisation.ACCEPTED);
            assertTrue(
                car.drive.isAc() || tested && station.closed && station.pilotReady, "DC order");
            energy = true;
            live = true;
          }
          case SeccEffect.StopEnergyTransfer stop -> energy = false;
          case SeccEffect.SessionFailed failed -> energy = false;
          case SeccEffect.SessionEnded ended -> assertFalse(energy);
          default -> {}
        }
      }
      assertTrue(!over || car.drive.last.isEmpty());
    }
  }

  /** A station that changes its mind. */
  private static Outlook outlook(Random random, long utcSeconds) {
    return switch (random.nextInt(4)) {
      case 0 -> Outlook.NONE;
      case 1 -> Outlook.NONE.withPlanPending();
      case 2 -> Outlook.NONE.withAsk(Outlook.Ask.values()[random.nextInt(4)]);
      default ->
          Outlook.NONE.withPlan(
              PowerPlan.flat(
                  utcSeconds + random.nextInt(200) - 100,
                  1 + random.nextInt(300),
                  random.nextInt(20_000),
                  0));
    };
  }
}
