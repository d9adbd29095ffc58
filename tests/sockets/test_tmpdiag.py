import pytest, asyncio
from pathlib import Path
from tests.sockets import storming
from tests.sockets.storming import storm, Device
from tests.support import peer as peermod
@pytest.mark.parametrize("seed",[1,2]*8)
async def test_x(tmp_path: Path, monkeypatch, seed):
    monkeypatch.setattr(peermod,"ANSWER_S",5.0)
    orig=Device.until_at
    async def ua(self, room_id, seq):
        try:
            await orig(self, room_id, seq)
        except AssertionError as e:
            srv=self._srv
            sess=[(s.session_id, room_id in s.open_rooms, room_id in s.member_of, sorted(str(t).split(':')[0] for t in s.topics if room_id in str(t)), s.wire.closing) for s in srv.sessions if s.handle==self.name]
            sc=self.screens.get(room_id)
            print("DIAG", self.name, "lost", self.lost.is_set(), "mysid", self._sio.sid if self._sio else None, "sess", sess, "screen", sc and (sc.last, sc.ready, sorted(sc.held), sc.first), "mending", len(self._mending), self.trail[-12:])
            raise
    monkeypatch.setattr(Device,"until_at",ua)
    oc=Device.call
    Device.trail=[]
    async def call(self, ev, /, **p):
        self.trail=self.trail+[(ev,p.get('room_id','')[:4])]
        try:
            r=await oc(self,ev,**p)
            self.trail=self.trail+[(ev,'ok')]
            return r
        except Exception as e:
            self.trail=self.trail+[(ev,repr(e))]
            raise
    monkeypatch.setattr(Device,"call",call)
    oe=Device._on_event
    async def on(self,name,data):
        if name.startswith("you") or name=='session.revoked': self.trail=self.trail+[(name,data['room_id'][:4] if 'room_id' in data else '',data.get('membership') and data['membership']['standing'])]
        return await oe(self,name,data)
    monkeypatch.setattr(Device,"_on_event",on)
    os_=storming.Storm.settle
    async def settle(self):
        for d in self.devices: d._srv=self.running.server
        return await os_(self)
    monkeypatch.setattr(storming.Storm,"settle",settle)
    raged,d=await storm(tmp_path,monkeypatch,seed)
    assert not d
