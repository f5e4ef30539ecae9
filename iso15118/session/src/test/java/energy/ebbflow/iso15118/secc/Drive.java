package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drives a session in virtual time, as a vehicle and a station would. */
public final class Drive {
  public static final byte[] SESSION_ID = {1, 2, 3, 4, 5, 6, 7, 8};
  public static final long MILLI = 1_000_000L;

  public final Station station = new Station();
  public final List<SeccEffect> last = new ArrayList<>();
  public final List<SeccEffect> all = new ArrayList<>();
  public Requests car = new Requests(Requests.ZERO);
  private final boolean ac;
  public final SeccConfig config;
  public SeccSession session;
  // An origin near the overflow of long: deadlines have to survive it.
  public long now = Long.MAX_VALUE - 1_000_000_000L;

  private Drive(SeccConfig config, Optional<PausedSession> paused) {
    this.config = config;
    ac = !config.services().getFirst().isDc();
    session = SeccSession.initial(config, SESSION_ID, paused);
  }

  public static Drive with(SeccConfig config) {
    return new Drive(config, Optional.empty());
  }

  public static Drive with(SeccConfig config, PausedSession paused) {
    return new Drive(config, Optional.of(paused));
  }

  public static Drive bpt() {
    return with(SeccConfig.dcBidirectional("meter-1"));
  }

  public static Drive ac() {
    return with(SeccConfig.acBidirectional("meter-1"));
  }

  public boolean isAc() {
    return ac;
  }

  /** A bidirectional AC session up to its schedule. */
  public Drive toAcPower() {
    linkUp().send(Requests.sap(Requests.ISO20_AC));
    send(car.setup());
    car = new Requests(Octets.of(SESSION_ID));
    station.authorisation = Authorisation.ACCEPTED;
    return send(car.authorizationSetup())
        .send(car.authorization())
        .send(car.discovery())
        .send(car.detail(Requests.AC_BPT))
        .send(car.select(Requests.AC_BPT, Requests.DYNAMIC_SET))
        .send(car.acParameters(11_000))
        .send(car.dynamicSchedule());
  }

  public Drive toAcLoop() {
    toAcPower().send(car.power(ChargeProgress.START));
    station.pilotReady = true;
    station.closed = true;
    return tick().send(car.acLoop());
  }

  public static Drive resuming(PausedSession paused) {
    return new Drive(SeccConfig.dcBidirectional("meter-1"), Optional.of(paused));
  }

  public Drive input(SeccInput input) {
    SeccSession.Step step = session.step(input, station.view(), now);
    session = step.next();
    last.clear();
    last.addAll(step.effects());
    all.addAll(step.effects());
    return this;
  }

  public Drive send(V2gMessage request) {
    return input(new SeccInput.Request(request));
  }

  public Drive tick() {
    return input(new SeccInput.Tick());
  }

  public Drive pass(long nanos) {
    now += nanos;
    return this;
  }

  public Drive linkUp() {
    return input(new SeccInput.LinkUp(true, true));
  }

  /** SAP and session setup are done. */
  public Drive toSession() {
    linkUp().send(Requests.sap(ac ? Requests.ISO20_AC : Requests.ISO20_DC));
    send(car.setup());
    car = new Requests(Octets.of(SESSION_ID));
    return this;
  }

  public Drive toAuthorization() {
    return toSession().send(car.authorizationSetup());
  }

  public Drive toServices() {
    toAuthorization();
    station.authorisation = Authorisation.ACCEPTED;
    return send(car.authorization());
  }

  /** A service and a parameter set are chosen. */
  public Drive toSelected(int service, int set) {
    return toServices()
        .send(car.discovery())
        .send(car.detail(service))
        .send(car.select(service, set));
  }

  public Drive toParameters() {
    return toServices()
        .send(car.discovery())
        .send(car.detail(Requests.DC_BPT))
        .send(car.select(Requests.DC_BPT, Requests.DYNAMIC_SET));
  }

  public Drive toCableCheck() {
    return toParameters().send(car.bptParameters()).send(car.dynamicSchedule());
  }

  public Drive throughCableCheck() {
    send(car.cableCheck());
    station.pilotReady = true;
    station.closed = true;
    station.volts = 450;
    station.isolation = Isolation.TESTING;
    send(car.cableCheck());
    station.isolation = Isolation.VALID;
    send(car.cableCheck());
    station.volts = 10;
    return send(car.cableCheck());
  }

  public Drive toPreCharge() {
    return toCableCheck().throughCableCheck();
  }

  public Drive toPower() {
    toPreCharge().send(car.preCharge(370));
    station.volts = 370;
    return send(car.preCharge(370));
  }

  public Drive toLoop() {
    return toPower().send(car.power(ChargeProgress.START)).send(car.loop());
  }

  public Drive toWelding() {
    toLoop().send(car.power(ChargeProgress.STOP));
    station.closed = false;
    return tick();
  }

  public Drive toStop() {
    return toWelding().send(car.welding(Processing.FINISHED));
  }

  /** The one response of the last step. */
  public Iso20Response response() {
    List<Iso20Response> responses =
        last.stream()
            .filter(SeccEffect.Respond.class::isInstance)
            .map(effect -> (Iso20Response) ((SeccEffect.Respond) effect).response())
            .toList();
    assertEquals(1, responses.size(), () -> "one response expected in " + last);
    return responses.getFirst();
  }

  public <T> T response(Class<T> type) {
    return type.cast(response());
  }

  public boolean silent() {
    return last.stream().noneMatch(SeccEffect.Respond.class::isInstance);
  }

  public <T extends SeccEffect> T effect(Class<T> type) {
    return last.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type.getSimpleName() + " expected in " + last));
  }

  public boolean did(Class<? extends SeccEffect> type) {
    return last.stream().anyMatch(type::isInstance);
  }

  /** The last step refused with this code, said so, and ended the session. */
  public void refused(ResponseCode code) {
    assertEquals(code, response().responseCode());
    assertTrue(
        effect(SeccEffect.SessionFailed.class).reason().startsWith(code.wireName()),
        () -> "the reason names the code: " + last);
    assertTrue(did(SeccEffect.CloseLink.class));
    assertTrue(session.ended());
  }
}
