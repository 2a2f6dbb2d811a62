import './styles/base.css';
import './styles/panels.css';
import './styles/screen.css';
import { readAddress } from './screen/address';
import { home } from './screen/home';
import { Screen } from './screen/screen';

const wall = document.getElementById('wall');
if (!wall) throw new Error('The page has no wall');

const address = readAddress(location);
if (address.board || address.playlist) new Screen(wall, address).start();
else void home(wall);
