/**
 * The messages of the vehicle protocols and their coders. It is a module so that a sealed family
 * may spread over the packages of its members; on a class path it works as well.
 */
module energy.ebbflow.messages {
  requires static transitive org.jspecify;
  requires transitive energy.ebbflow.exi;

  exports energy.ebbflow.iso15118.message;
  exports energy.ebbflow.iso15118.message.app;
  exports energy.ebbflow.iso15118.message.din;
  exports energy.ebbflow.iso15118.message.din.certificate;
  exports energy.ebbflow.iso15118.message.din.charge;
  exports energy.ebbflow.iso15118.message.din.loop;
  exports energy.ebbflow.iso15118.message.din.payment;
  exports energy.ebbflow.iso15118.message.din.schedule;
  exports energy.ebbflow.iso15118.message.din.service;
  exports energy.ebbflow.iso15118.message.din.session;
  exports energy.ebbflow.iso15118.message.din.status;
  exports energy.ebbflow.iso15118.message.dsig;
  exports energy.ebbflow.iso15118.message.dsig.key;
  exports energy.ebbflow.iso15118.message.iso2;
  exports energy.ebbflow.iso15118.message.iso2.certificate;
  exports energy.ebbflow.iso15118.message.iso2.charge;
  exports energy.ebbflow.iso15118.message.iso2.loop;
  exports energy.ebbflow.iso15118.message.iso2.payment;
  exports energy.ebbflow.iso15118.message.iso2.schedule;
  exports energy.ebbflow.iso15118.message.iso2.service;
  exports energy.ebbflow.iso15118.message.iso2.session;
  exports energy.ebbflow.iso15118.message.iso2.status;
  exports energy.ebbflow.iso15118.message.iso20;
  exports energy.ebbflow.iso15118.message.iso20.ac;
  exports energy.ebbflow.iso15118.message.iso20.ac.control;
  exports energy.ebbflow.iso15118.message.iso20.acdp;
  exports energy.ebbflow.iso15118.message.iso20.authorization;
  exports energy.ebbflow.iso15118.message.iso20.certificate;
  exports energy.ebbflow.iso15118.message.iso20.dc;
  exports energy.ebbflow.iso15118.message.iso20.dc.control;
  exports energy.ebbflow.iso15118.message.iso20.metering;
  exports energy.ebbflow.iso15118.message.iso20.parking;
  exports energy.ebbflow.iso15118.message.iso20.power;
  exports energy.ebbflow.iso15118.message.iso20.price;
  exports energy.ebbflow.iso15118.message.iso20.schedule;
  exports energy.ebbflow.iso15118.message.iso20.service;
  exports energy.ebbflow.iso15118.message.iso20.session;
  exports energy.ebbflow.iso15118.message.iso20.wpt;
  exports energy.ebbflow.iso15118.message.iso20.wpt.lf;
  exports energy.ebbflow.iso15118.message.iso20.wpt.pairing;
  exports energy.ebbflow.iso15118.message.iso20.wpt.positioning;
  exports energy.ebbflow.iso15118.message.text;
}
