package energy.ebbflow.firmware.vehicle;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.SeccLink;
import energy.ebbflow.iso15118.transport.SeccSink;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Brings what a vehicle's connection says to the outlet, and the outlet's answers back to the
 * connection they belong to. Thread-safe, never blocks.
 */
public final class VehicleDoor implements SeccSink {
  private static final int SESSION_ID_BYTES = 8;

  /** One link at a time may be up; the one before may still be leaving. */
  private final Map<Long, SeccLink> links = new ConcurrentHashMap<>();

  private final SecureRandom random;
  private final Predicate<EvseInput> loop;
  private final Runnable announce;

  /** Makes a door that announces nothing. */
  public VehicleDoor(SecureRandom random, Predicate<EvseInput> loop) {
    this(random, loop, () -> {});
  }

  /**
   * Makes the door.
   *
   * @param random where identifiers of sessions come from
   * @param loop takes inputs; answers false if its queue is full
   * @param announce told when a request of the session is about to come
   */
  public VehicleDoor(SecureRandom random, Predicate<EvseInput> loop, Runnable announce) {
    this.random = random;
    this.loop = loop;
    this.announce = announce;
  }

  @Override
  public void coming() {
    announce.run();
  }

  @Override
  public boolean offer(SeccLink link, SeccInput input) {
    return switch (input) {
      case SeccInput.LinkUp up -> {
        links.put(link.id(), link);
        yield loop.test(new EvseInput.Connected(link.id(), up, freshId()));
      }
      case SeccInput.LinkDown down -> {
        links.remove(link.id());
        yield loop.test(new EvseInput.Vehicle(link.id(), down));
      }
      case SeccInput.Request request -> loop.test(new EvseInput.Vehicle(link.id(), request));
      case SeccInput.Undecodable garbage -> loop.test(new EvseInput.Vehicle(link.id(), garbage));
      case SeccInput.Tick tick -> loop.test(new EvseInput.Vehicle(link.id(), tick));
    };
  }

  /**
   * A vehicle was heard before its session begins.
   *
   * @param address its end of the link: many vehicles show the MAC address of their modem by it
   */
  public void approached(String address) {
    loop.test(new EvseInput.Approached());
    ModemAddress.in(address)
        .ifPresent(
            mac -> loop.test(new EvseInput.Shown(new Identity(VehicleKey.Kind.SLAC_MAC, mac))));
  }

  /** Carries out what the outlet wants of the connection; a link that is gone is ignored. */
  public void carryOut(EvseEffect effect) {
    if (effect instanceof EvseEffect.Respond respond) {
      link(respond.link()).ifPresent(link -> link.send(respond.response()));
    } else if (effect instanceof EvseEffect.CloseLink close) {
      link(close.link()).ifPresent(link -> link.close(close.reason()));
    }
  }

  private Optional<SeccLink> link(long id) {
    return Optional.ofNullable(links.get(id));
  }

  /** Unpredictable, and never zero: zero asks for a new session (ISO 15118-20). */
  private Octets freshId() {
    byte[] id = new byte[SESSION_ID_BYTES];
    random.nextBytes(id);
    id[0] |= 1;
    return Octets.of(id);
  }
}
